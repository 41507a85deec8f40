package sc.fiji.cavga.method.local;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.OnnxGaussianField;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.weak.OnnxReweighting;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.nn.unet.OnnxUNet;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxTopShare;
import sc.fiji.cavga.onnx.OnnxValue;

/** What a {@link LocalModel} computes, in ONNX. */
final class OnnxLocalMap {

  private OnnxLocalMap() {}

  /**
   * @throws IOException with one sentence when arrays are missing or do not fit the settings
   */
  static OnnxRawMap of(ModelEntries entries, OnnxPicture picture) throws IOException {
    GaussianField field = LocalEntries.field(entries);
    WeakReweighting reweighting = LocalEntries.reweighting(entries, field);
    picture.part("gaussian_field");
    OnnxGaussianField said = new OnnxGaussianField(field, picture);
    OnnxValue distance = said.smoothHalfDistances();
    if (reweighting != null) {
      picture.part("labels");
      distance = new OnnxReweighting(reweighting, picture).weigh(distance, field, said);
    }
    int nets = LocalEntries.nets(entries);
    if (nets == 0) return new OnnxRawMap(distance);
    OnnxValue logits = logits(entries, nets, said, picture);
    float each = reweighting != null ? LocalModel.SPREADS : LocalModel.HALF_SQUARES;
    OnnxValue distances = distance;
    return new OnnxRawMap(
        distance.plus(logits.times(each)), share -> parts(logits, distances, picture, share));
  }

  private static OnnxValue logits(
      ModelEntries entries, int nets, OnnxGaussianField said, OnnxPicture picture)
      throws IOException {
    picture.part("z_scores");
    OnnxValue scores = said.zScores();
    OnnxValue sum = null;
    for (int i = 0; i < nets; i++) {
      String part = LocalEntries.net(i);
      picture.part(part);
      OnnxUNet net =
          new OnnxUNet(
              SegmentationNet.shape(said.zScoreChannels()), picture.size(), entries.require(part));
      OnnxValue logits = net.logits(scores);
      sum = sum == null ? logits : sum.plus(logits);
    }
    picture.part("joined");
    OnnxValue mean = nets == 1 ? sum : sum.over(nets);
    return new OnnxMaskedGaussian(picture, LocalModel.SMOOTHING).blur(picture.only(mean));
  }

  private static List<OnnxValue> parts(
      OnnxValue logits, OnnxValue distance, OnnxPicture picture, double share) {
    OnnxTopShare top = new OnnxTopShare(picture, share);
    return List.of(
        top.mean(logits.sigmoid()).atLeast(LocalScoreParts.LEAST_PROBABILITY).logarithm(),
        top.mean(distance).atLeast(LocalScoreParts.LEAST_DISTANCE).logarithm());
  }
}
