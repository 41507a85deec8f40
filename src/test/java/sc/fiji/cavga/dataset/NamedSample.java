package sc.fiji.cavga.dataset;

/** A sample without a file and without a mask. */
public abstract class NamedSample implements Sample {

  private final String name;
  private final boolean anomalous;

  protected NamedSample(String name, boolean anomalous) {
    this.name = name;
    this.anomalous = anomalous;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean anomalous() {
    return anomalous;
  }
}
