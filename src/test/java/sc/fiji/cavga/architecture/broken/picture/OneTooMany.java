package sc.fiji.cavga.architecture.broken.picture;

/**
 * Breaks: a room has few files, where rooms of broken rules may have one; and two classes do not
 * know each other.
 */
final class OneTooMany {

  private OneTooMany() {}

  static Object circle() {
    return KnowsAll.all();
  }
}
