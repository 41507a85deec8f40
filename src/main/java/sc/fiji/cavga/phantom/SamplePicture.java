package sc.fiji.cavga.phantom;

import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.phantom.anatomy.Grade;

/** One entry of the sample: which eye, which anomaly, which file. */
public final class SamplePicture {

  private final String folder;
  private final String name;
  private final long seed;
  private final Anomaly anomaly;
  private final Grade grade;

  SamplePicture(String folder, String name, long seed, Anomaly anomaly, Grade grade) {
    this.folder = Objects.requireNonNull(folder);
    this.name = Objects.requireNonNull(name);
    this.seed = seed;
    this.anomaly = anomaly;
    this.grade = grade;
    if ((anomaly == null) != (grade == null))
      throw new IllegalArgumentException("An anomaly needs a grade, a healthy eye has none.");
  }

  /** Path of the photograph in the sample's folder, with forward slashes. */
  public String path() {
    return folder + "/" + name + ".jpg";
  }

  /** Whether a mask belongs to it: to the ill eyes to test with. */
  public boolean hasMask() {
    return folder.equals("test/abnormal");
  }

  /** Path of its mask in the sample's folder, with forward slashes. */
  public String maskPath() {
    return "test/mask/" + name + ".png";
  }

  public long seed() {
    return seed;
  }

  /** Empty in a healthy eye. */
  public Optional<Anomaly> anomaly() {
    return Optional.ofNullable(anomaly);
  }

  /** Empty in a healthy eye. */
  public Optional<Grade> grade() {
    return Optional.ofNullable(grade);
  }

  public Phantom draw(FundusPhantom generator) {
    if (anomaly == null) return generator.draw(seed);
    return generator.draw(seed, anomaly, anomaly.contrast(grade));
  }
}
