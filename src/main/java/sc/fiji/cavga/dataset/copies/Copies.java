package sc.fiji.cavga.dataset.copies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.Excerpt;

/**
 * Pictures that are in a training more than once, under several names.
 *
 * <p>Learned from twice, a picture counts twice; with one copy learned from and another held out,
 * the thresholds are too low. So the first of its names stays alone. A picture that is called
 * normal under one name and anomalous under another says nothing, and none of it stays.
 */
public final class Copies {

  private final List<Integer> kept = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param samples in their order
   * @param contents by which a picture is known again, for each sample; null where it cannot be
   */
  public Copies(List<Sample> samples, List<String> contents) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++)
      places
          .computeIfAbsent(
              Objects.requireNonNullElse(contents.get(i), "only " + i), none -> new ArrayList<>())
          .add(i);
    List<String> repeated = new ArrayList<>();
    List<String> contradicting = new ArrayList<>();
    int pictures = 0;
    for (List<Integer> group : places.values()) {
      if (group.stream().map(i -> samples.get(i).anomalous()).distinct().count() > 1) {
        contradicting.add(names(samples, group));
        continue;
      }
      kept.add(group.get(0));
      if (group.size() == 1) continue;
      pictures += group.size();
      repeated.add(group.size() + " copies of one picture (" + names(samples, group) + ")");
    }
    kept.sort(null);
    if (!repeated.isEmpty())
      warnings.add(
          "Of the training pictures "
              + pictures
              + " are copies, and each picture is learned from once: "
              + Excerpt.of(repeated, "; ")
              + ".");
    if (!contradicting.isEmpty())
      warnings.add(
          "The same picture is among the normal and the anomalous pictures, and is not learned from"
              + ": "
              + Excerpt.of(contradicting, "; ")
              + ". Take it out of one of the folders.");
  }

  /** The places of the samples to learn from, in their order. */
  public List<Integer> kept() {
    return kept;
  }

  /** What was found, in sentences. */
  public List<String> warnings() {
    return warnings;
  }

  private static String names(List<Sample> samples, List<Integer> group) {
    List<String> names = new ArrayList<>();
    for (int i : group) names.add(samples.get(i).name());
    return Excerpt.of(names, ", ");
  }
}
