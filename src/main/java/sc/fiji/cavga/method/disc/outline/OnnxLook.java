package sc.fiji.cavga.method.disc.outline;

import java.io.IOException;
import sc.fiji.cavga.method.disc.net.OnnxDiscNet;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;

/** A {@link Look} in ONNX. */
final class OnnxLook {

  private final OnnxValue probabilities;
  private final OnnxValue certainty;

  /**
   * @param picture of the net's size
   * @throws IOException with one sentence when an array is missing
   */
  OnnxLook(OnnxDiscNet net, OnnxPicture picture) throws IOException {
    OnnxValue seen = net.seen();
    OnnxValue turned = seen.joined(0, turned(seen, 1), turned(seen, 2), turned(seen, 3));
    // The network's weights are in the file but once, so it sees all views as one batch.
    OnnxValue said =
        net.probabilities(turned)
            .shaped(Look.VIEWS, -1, net.outputs(), picture.size(), picture.size());
    OnnxValue[] views = new OnnxValue[Look.VIEWS];
    OnnxValue sum = null;
    for (int v = 0; v < views.length; v++) {
      OnnxValue view = said.slice(0, v, v + 1);
      views[v] = turned(view.shaped(-1, net.outputs(), picture.size(), picture.size()), v);
      sum = sum == null ? views[v] : sum.plus(views[v]);
    }
    OnnxValue mean = picture.only(sum.over(Look.VIEWS));
    OnnxValue different = null;
    for (OnnxValue view : views) {
      OnnxValue each = picture.only(view.minus(mean).absolute());
      different = different == null ? each : different.plus(each);
    }
    OnnxValue weight = mean.sum(2, 3);
    OnnxValue agreement = different.sum(2, 3).over(weight.times(Look.VIEWS)).times(-1).plus(1);
    OnnxValue clear = mean.times(mean.times(2).minus(1).absolute()).sum(2, 3).over(weight);
    probabilities = mean;
    certainty = weight.above(0).choose(agreement.times(clear), 0);
  }

  private static OnnxValue turned(OnnxValue planes, int view) {
    OnnxValue turned = (view & 1) == 0 ? planes : planes.reversed(3);
    return (view & 2) == 0 ? turned : turned.reversed(2);
  }

  /** [B,1,H,W] of an output, 0 to 1, 0 outside the field of view. */
  OnnxValue probabilities(int output) {
    return probabilities.slice(1, output, output + 1);
  }

  /** [B] of an output, as {@link Look#certainty}. */
  OnnxValue certainty(int output) {
    return certainty.slice(1, output, output + 1).shaped(-1);
  }
}
