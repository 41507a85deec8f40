package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;

/** A normal picture that cannot be read. */
public final class BrokenSample implements Sample {

  private final String name;

  BrokenSample(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean anomalous() {
    return false;
  }

  @Override
  public Picture picture() throws IOException {
    throw new IOException(name + " ends in the middle; copy it again.");
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> mask() {
    return Optional.empty();
  }
}
