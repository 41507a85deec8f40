package sc.fiji.cavga.method.disc.teaching;

import java.io.IOException;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;

/** The networks that come with the software, each alone. */
final class ShippedNets {

  private ShippedNets() {}

  static DiscNet finder() throws IOException {
    try (DiscOutliner both = DiscOutliner.shipped()) {
      return DiscNet.finder(0).withWeights(both.weights());
    }
  }

  static DiscNet outliner() throws IOException {
    try (DiscOutliner both = DiscOutliner.shipped()) {
      return DiscNet.outliner(0).withWeights(both.weights());
    }
  }
}
