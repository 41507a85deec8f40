package sc.fiji.cavga.architecture.broken.render;

import java.awt.Color;
import sc.fiji.cavga.architecture.broken.cli.Asks;
import sc.fiji.cavga.architecture.broken.dataset.KnowsWork;
import sc.fiji.cavga.architecture.broken.train.KnowsAsking;

/** Breaks: what draws pictures knows nothing above it and no window. */
public final class KnowsMaterials {

  private KnowsMaterials() {}

  public static Object above() {
    return new Object[] {KnowsWork.work(), KnowsAsking.asking(), Asks.name(), Color.RED};
  }
}
