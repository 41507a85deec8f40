package sc.fiji.cavga.dataset;

import java.util.List;

/** The pictures of a data set, split as its authors split them. */
public final class Dataset {

  private final List<Sample> trainNormal;
  private final List<Sample> trainAnomalous;
  private final List<Sample> test;

  public Dataset(List<Sample> trainNormal, List<Sample> trainAnomalous, List<Sample> test) {
    this.trainNormal = List.copyOf(trainNormal);
    this.trainAnomalous = List.copyOf(trainAnomalous);
    this.test = List.copyOf(test);
  }

  public List<Sample> trainNormal() {
    return trainNormal;
  }

  /** Empty where the data set has none. */
  public List<Sample> trainAnomalous() {
    return trainAnomalous;
  }

  /** Normal and anomalous pictures that training must never see. */
  public List<Sample> test() {
    return test;
  }
}
