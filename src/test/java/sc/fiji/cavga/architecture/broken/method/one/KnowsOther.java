package sc.fiji.cavga.architecture.broken.method.one;

import sc.fiji.cavga.architecture.broken.method.two.Other;

/** Breaks: methods do not know each other. */
final class KnowsOther {

  private KnowsOther() {}

  static String other() {
    return Other.name();
  }
}
