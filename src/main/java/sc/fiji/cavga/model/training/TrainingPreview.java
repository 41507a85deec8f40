package sc.fiji.cavga.model.training;

import java.util.List;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What a training makes of some normal pictures now, computed when it is first asked; to be asked
 * only during the call that brings it.
 */
public interface TrainingPreview {

  /** The pictures as the method sees them, all of one size; unmodifiable. */
  List<PreparedPicture> pictures();

  /** What these pictures are, in a few words. */
  default String title() {
    return "held-out picture";
  }

  /** How what is shown is to be read, in a sentence; empty where there is nothing to say. */
  default String note() {
    return "";
  }

  /** What is shown beside them, the same titles each time. */
  List<Column> columns();

  /** One kind of picture of all that are shown. Immutable. */
  final class Column {

    private final String title;
    private final List<float[]> planes;
    private final float largest;

    /**
     * @param title a few words, the range included
     * @param planes for each picture [C,H,W] colours in 0 to 1, with 1 channel or 3, or a map [H,W]
     * @param largest the map's value that has the last colour; 0 for colours
     */
    public Column(String title, List<float[]> planes, float largest) {
      this.title = title;
      this.planes = List.copyOf(planes);
      this.largest = largest;
    }

    public String title() {
      return title;
    }

    public List<float[]> planes() {
      return planes;
    }

    /** 0 for colours. */
    public float largest() {
      return largest;
    }
  }
}
