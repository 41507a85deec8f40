package sc.fiji.cavga.train;

import java.util.List;
import sc.fiji.cavga.model.AnomalyMap;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** What the network makes of some held-out normal pictures, computed when it is first asked. */
public final class ValidationPreview {

  private final CavgaNetwork network;
  private final List<PreparedPicture> pictures;
  private NetworkOutput output;

  ValidationPreview(CavgaNetwork network, List<PreparedPicture> pictures) {
    this.network = network;
    this.pictures = List.copyOf(pictures);
  }

  /** The pictures as the network sees them, the same ones in each epoch; unmodifiable. */
  public List<PreparedPicture> pictures() {
    return pictures;
  }

  /** Reconstructions and attention, in the order of {@link #pictures}. */
  public NetworkOutput output() {
    if (output == null) output = network.infer(PictureBatch.of(pictures));
    return output;
  }

  /**
   * The raw map of a picture, not yet calibrated.
   *
   * @return [H,W] at the network's size, larger where more unusual
   */
  public float[] map(MapKind kind, int index) {
    return AnomalyMap.raw(kind, pictures.get(index), output(), index);
  }
}
