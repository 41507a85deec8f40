package sc.fiji.cavga.train;

import java.io.IOException;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.picture.Picture;

/** A normal picture that cannot be read. */
public final class BrokenSample extends NamedSample {

  BrokenSample(String name) {
    super(name, false);
  }

  @Override
  public Picture picture() throws IOException {
    throw new IOException(name() + " ends in the middle; copy it again.");
  }
}
