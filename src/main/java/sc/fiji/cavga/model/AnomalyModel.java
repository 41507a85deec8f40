package sc.fiji.cavga.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Tells how unusual each place of a prepared picture is. {@link Method}s make them; {@link
 * Predictor} turns what they say into calibrated maps, scores and decisions.
 */
public interface AnomalyModel extends AutoCloseable {

  /** The kinds of map that it makes; the first is used where none is asked for. */
  List<MapKind> maps();

  /** Names of the measures of every picture, in order: columns of tables, in lower snake case. */
  default List<String> measures() {
    return List.of();
  }

  /** Further tables that it has rows for, each without rows. */
  default List<FurtherTable> tables() {
    return List.of();
  }

  /** Whether labels of anomalous training pictures have shaped its maps. */
  default boolean learnedFromLabels() {
    return false;
  }

  /** Whether it looks at pictures' own pixels, so that the network's size is not enough. */
  default boolean needsOwnPixels() {
    return false;
  }

  /** May be called from several threads. */
  Examination examine(PreparedPicture picture);

  /** Of several pictures at once, in their order. */
  default List<Examination> examine(List<PreparedPicture> pictures) {
    return IntStream.range(0, pictures.size())
        .parallel()
        .mapToObj(i -> examine(pictures.get(i)))
        .collect(Collectors.toList());
  }

  /** Gives native memory back at once. */
  @Override
  void close();
}
