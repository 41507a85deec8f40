package sc.fiji.cavga.architecture.broken.picture;

import sc.fiji.cavga.architecture.broken.cli.Asks;
import sc.fiji.cavga.architecture.broken.dataset.KnowsWork;
import sc.fiji.cavga.architecture.broken.render.KnowsMaterials;
import sc.fiji.cavga.architecture.broken.train.KnowsAsking;

/** Breaks: pictures know nothing above them; no mutable static state; no class circle. */
public final class KnowsAll {

  static int calls;

  private KnowsAll() {}

  public static Object all() {
    calls++;
    return new Object[] {
      KnowsMaterials.above(),
      KnowsWork.work(),
      KnowsAsking.asking(),
      Asks.name(),
      OneTooMany.circle()
    };
  }
}
