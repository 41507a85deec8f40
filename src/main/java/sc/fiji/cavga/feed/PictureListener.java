package sc.fiji.cavga.feed;

/** Hears how pictures are read for the first time, on the thread that started it. */
public interface PictureListener {

  /** So many of so many pictures were read and prepared for the first time. */
  default void checked(int done, int total) {}

  /** Something that is worth knowing and does not stop anything, in one sentence. */
  default void warned(String message) {}
}
