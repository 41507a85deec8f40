package sc.fiji.cavga.architecture.broken.train;

import sc.fiji.cavga.architecture.broken.cli.Asks;
import sc.fiji.cavga.architecture.broken.dataset.KnowsWork;

/** Breaks: work knows nobody who asks; rooms do not know each other in a circle. */
public final class KnowsAsking {

  private KnowsAsking() {}

  public static String asking() {
    return Asks.name();
  }

  static Object circle() {
    return KnowsWork.work();
  }
}
