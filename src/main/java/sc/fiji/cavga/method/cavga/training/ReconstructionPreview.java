package sc.fiji.cavga.method.cavga.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.method.cavga.map.CavgaMaps;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Held-out normal pictures as the network makes them, where the two differ and where the network
 * does not attend. The ranges are the same in all epochs and for all pictures.
 */
final class ReconstructionPreview implements TrainingPreview {

  /** The difference that has the last colour; healthy pictures come to less when training ends. */
  private static final float LARGEST_DIFFERENCE = 0.25f;

  private final CavgaNetwork network;
  private final List<PreparedPicture> pictures;

  ReconstructionPreview(CavgaNetwork network, List<PreparedPicture> pictures) {
    this.network = network;
    this.pictures = List.copyOf(pictures);
  }

  @Override
  public List<PreparedPicture> pictures() {
    return pictures;
  }

  @Override
  public List<Column> columns() {
    NetworkOutput output = network.infer(PictureBatch.of(pictures));
    List<float[]> made = new ArrayList<>();
    int volume = pictures.get(0).values().length;
    for (int i = 0; i < pictures.size(); i++)
      made.add(Arrays.copyOfRange(output.reconstruction(), i * volume, (i + 1) * volume));
    return List.of(
        new Column("reconstruction", made, 0),
        new Column(
            "difference (0 to 0.25)", maps(MapKind.RECONSTRUCTION, output), LARGEST_DIFFERENCE),
        new Column("1 − attention (0 to 1)", maps(MapKind.ATTENTION, output), 1));
  }

  private List<float[]> maps(MapKind kind, NetworkOutput output) {
    List<float[]> maps = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++)
      maps.add(CavgaMaps.raw(kind, pictures.get(i), output, i));
    return maps;
  }
}
