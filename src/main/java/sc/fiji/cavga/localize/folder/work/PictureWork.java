package sc.fiji.cavga.localize.folder.work;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.picture.Picture;

/**
 * What a folder run does with each of its pictures, and what it writes of it. It serves one thread
 * at a time.
 */
public interface PictureWork extends AutoCloseable {

  /** What came out of one picture. */
  interface Outcome {

    /**
     * Writes the picture's files.
     *
     * @param name of the files, without folder and extension
     * @return the kinds of files that were written, but not for every picture
     * @throws IOException with one sentence when a file cannot be written
     */
    List<String> write(OutputFolder folder, String name) throws IOException;

    /** The picture's row in {@code results.csv}, with a cell for each column. */
    List<String> row(String image, double seconds);

    /** Its rows in {@code regions.csv}. */
    List<List<String>> regions(String image);

    /** Its rows in further tables, by table. */
    Map<String, List<List<String>>> further(String image);

    boolean anomalous();

    /** False where nothing can be said of the picture. */
    boolean judged();
  }

  /** Adds what the results depend on besides the pictures: a later run with the same goes on. */
  void describe(JsonObject settings);

  /** Of {@code results.csv}; among them image, seconds, status and message. */
  List<String> columns();

  /** The cells that are the same in every row, those of failed pictures too, by column. */
  Map<String, String> known();

  /** Whether a picture that shows two eyes becomes two. */
  boolean takesEyesApart();

  /** The tables beside {@code results.csv}, each without rows. */
  List<FurtherTable> tables();

  /**
   * Looks at a picture.
   *
   * @throws java.util.concurrent.CancellationException when {@code cancelled} says so
   */
  Outcome examine(Picture picture, BooleanSupplier cancelled) throws IOException;

  /**
   * One that does the same, to the bit, for another thread; to be closed by who asks.
   *
   * @throws IOException with one sentence when what it needs cannot be made
   */
  PictureWork another() throws IOException;

  /** Gives back what {@link #another} has taken. */
  @Override
  void close();
}
