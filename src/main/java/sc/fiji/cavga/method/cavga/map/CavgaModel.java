package sc.fiji.cavga.method.cavga.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** A trained network at work. Several threads may ask; one after the other is answered. */
public final class CavgaModel implements AnomalyModel {

  private final CavgaNetwork network;

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public CavgaModel(NetworkConfig config, Collection<NamedArray> weights) {
    network = new CavgaNetwork(config, 0);
    try {
      network.setWeights(weights);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  @Override
  public List<MapKind> maps() {
    return List.of(MapKind.values());
  }

  @Override
  public Examination examine(PreparedPicture picture) {
    return examine(List.of(picture)).get(0);
  }

  @Override
  public List<Examination> examine(List<PreparedPicture> pictures) {
    NetworkOutput output;
    synchronized (this) {
      output = network.infer(PictureBatch.of(pictures));
    }
    List<Examination> examinations = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++)
      examinations.add(new CavgaExamination(pictures.get(i), output, i));
    return examinations;
  }

  /** All weights and running statistics, a copy, under PyTorch key names. */
  public List<NamedArray> weights() {
    return network.weights();
  }

  @Override
  public void close() {
    network.close();
  }
}
