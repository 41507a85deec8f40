package sc.fiji.cavga.read.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.picture.Picture;

/**
 * An open file of pictures, each read when it is asked for, so that only those are in memory that
 * somebody holds. Belongs to one thread. Pictures stay usable when it is closed.
 */
public interface PictureFile extends Closeable {

  /** How many it holds; known without reading them. */
  int count();

  /**
   * Reads one; again each time that it is asked for.
   *
   * @param index counted from 0
   * @throws IOException with one sentence, when this one cannot be read; others may be readable
   */
  Picture picture(int index) throws IOException;

  /** Reads all. */
  default List<Picture> all() throws IOException {
    List<Picture> all = new ArrayList<>();
    for (int index = 0; index < count(); index++) all.add(picture(index));
    return all;
  }

  /** Never throws: what was read stays right. */
  @Override
  void close();

  /** Pictures that are in memory already. */
  static PictureFile of(List<Picture> pictures) {
    return new PictureFile() {
      @Override
      public int count() {
        return pictures.size();
      }

      @Override
      public Picture picture(int index) {
        return pictures.get(index);
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
