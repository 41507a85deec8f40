package sc.fiji.cavga.architecture.broken.picture;

/** Breaks: a room has few files. Rooms of broken rules may have one. */
final class OneTooMany {

  private OneTooMany() {}
}
