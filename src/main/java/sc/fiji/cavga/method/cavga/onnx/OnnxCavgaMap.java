package sc.fiji.cavga.method.cavga.onnx;

import java.io.IOException;
import java.util.Collection;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.map.CavgaMaps;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.onnx.OnnxLayers;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;
import sc.fiji.cavga.onnx.OnnxWeights;
import sc.fiji.cavga.plane.Bilinear;

/** What {@link CavgaMaps} makes of a network's output, and the network at test time, in ONNX. */
public final class OnnxCavgaMap {

  private final NetworkConfig config;
  private final OnnxPicture picture;
  private final OnnxLayers layers;

  /**
   * @param weights under PyTorch key names
   */
  public OnnxCavgaMap(NetworkConfig config, Collection<NamedArray> weights, OnnxPicture picture) {
    this.config = config;
    this.picture = picture;
    layers = new OnnxLayers(new OnnxWeights(picture.values().graph(), weights));
  }

  /**
   * @throws IOException with one sentence when an array is missing
   */
  public OnnxRawMap of(MapKind kind) throws IOException {
    picture.part("encoder");
    OnnxValue features =
        config.variant() == Variant.D
            ? OnnxDcgan.encoder(layers, picture.values(), config)
            : OnnxResidual.encoder(layers, picture.values());
    OnnxLatent latent = new OnnxLatent(layers, features, config);
    switch (kind) {
      case ATTENTION:
        picture.part("attention");
        return new OnnxRawMap(inattention(latent.attention()));
      case RECONSTRUCTION:
        return new OnnxRawMap(smooth(difference(latent).absolute().mean(1)));
      default:
        OnnxValue squares = difference(latent).squared().mean(1);
        return new OnnxRawMap(smooth(squares.times(latent.divergence())));
    }
  }

  /** x − x̂, [B,C,H,W], zero outside the field of view. */
  private OnnxValue difference(OnnxLatent latent) throws IOException {
    picture.part("decoder");
    OnnxValue logits =
        config.variant() == Variant.D
            ? OnnxDcgan.logits(layers, latent.start(), config)
            : OnnxResidual.logits(layers, latent.start(), config);
    picture.part("difference");
    return picture.only(picture.values().minus(logits.sigmoid()));
  }

  /** 1 − A, enlarged. */
  private OnnxValue inattention(OnnxValue attention) {
    float[] matrix = Bilinear.matrix(config.latentSize(), picture.size());
    OnnxValue enlarged =
        attention.inBoth(attention.constant(matrix, picture.size(), config.latentSize()));
    return picture.only(enlarged.times(-1).plus(1));
  }

  private OnnxValue smooth(OnnxValue values) {
    return new OnnxMaskedGaussian(picture, CavgaMaps.LIGHT_BLUR).blur(values);
  }
}
