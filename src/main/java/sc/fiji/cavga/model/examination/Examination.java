package sc.fiji.cavga.model.examination;

import java.util.List;
import java.util.Optional;

/**
 * What one method says of one picture: raw maps, and where it has them named measures, outlines and
 * label images. Most methods give a map alone.
 */
public interface Examination {

  /**
   * How unusual each place is.
   *
   * @throws IllegalArgumentException with one sentence when the method makes no such map
   */
  RawMap map(MapKind kind);

  /** What to know before trusting it, in one sentence; most pictures have nothing. */
  default Optional<String> warning() {
    return Optional.empty();
  }

  /** Numbers of the picture, in the order and of the names that the model announces. */
  default List<Measure> measures() {
    return List.of();
  }

  /** Outlines in the picture's own pixels. */
  default List<Outline> outlines() {
    return List.of();
  }

  /** Pictures of labels in the picture's own pixels. */
  default List<LabelImage> labels() {
    return List.of();
  }

  /** Rows of the tables that the model announces, in their order. */
  default List<FurtherTable> tables() {
    return List.of();
  }
}
