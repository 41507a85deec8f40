package sc.fiji.cavga.model.examination;

import java.util.List;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What one method of a model makes of prepared pictures, calibrated: our own engine's, or
 * another's. For one thread.
 */
public interface Judge extends AutoCloseable {

  /** What a model says that gives no numbers. */
  String NO_NUMBERS =
      "The model gives no numbers for this picture: its training went wrong, train it again"
          + " with a lower learning rate.";

  /** Names of the measures of every picture, in order. */
  List<String> measures();

  /** Further tables that it has rows for, each without rows. */
  List<FurtherTable> tables();

  /**
   * Of pictures in their order.
   *
   * @throws IllegalStateException with one sentence when there are no numbers
   */
  List<Judgement> judge(List<PreparedPicture> pictures);

  /** Gives native memory back at once. */
  @Override
  void close();
}
