package sc.fiji.cavga.architecture.broken.plane;

import sc.fiji.cavga.architecture.broken.cli.Asks;
import sc.fiji.cavga.architecture.broken.dataset.KnowsWork;
import sc.fiji.cavga.architecture.broken.picture.KnowsAll;
import sc.fiji.cavga.architecture.broken.render.KnowsMaterials;
import sc.fiji.cavga.architecture.broken.train.KnowsAsking;

/** Breaks: the ground knows nothing above it. */
final class KnowsPictures {

  private KnowsPictures() {}

  static Object above() {
    return new Object[] {
      KnowsAll.all(), KnowsMaterials.above(), KnowsWork.work(), KnowsAsking.asking(), Asks.name()
    };
  }
}
