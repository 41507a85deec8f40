package sc.fiji.cavga.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bit depths of a training's pictures. Each picture is scaled by its own white when read. */
final class Depths {

  private Depths() {}

  /** One or two sentences where they are mixed: one camera gives one depth. */
  static Optional<String> mixed(PreparedSamples samples) {
    Map<Double, Integer> counts = new TreeMap<>();
    for (int i = 0; i < samples.count(); i++) counts.merge(samples.white(i), 1, Integer::sum);
    if (counts.size() < 2) return Optional.empty();
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (white, count) -> parts.add(String.format(Locale.ROOT, "%.0f in %d", white, count)));
    return Optional.of(
        "The pictures are of several bit depths, and each was scaled by the number that is white in"
            + " it: "
            + String.join(", ", parts)
            + ". Check that they come from one camera.");
  }
}
