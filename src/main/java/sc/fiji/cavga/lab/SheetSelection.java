package sc.fiji.cavga.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.metric.PictureResult;

/** The pictures of a contact sheet: evenly over the ranks of the scores, so that nobody chooses. */
public final class SheetSelection {

  private static final int ANOMALOUS = 8;
  private static final int NORMAL = 4;

  private SheetSelection() {}

  /** Anomalous ones from the highest score to the lowest, then normal ones likewise. */
  public static List<Sample> of(List<PictureResult> results, Dataset dataset) {
    Map<String, Sample> samples = new HashMap<>();
    for (Sample sample : dataset.test()) samples.put(sample.name(), sample);
    List<Sample> selection = new ArrayList<>();
    for (String name : names(results, true, ANOMALOUS)) selection.add(samples.get(name));
    for (String name : names(results, false, NORMAL)) selection.add(samples.get(name));
    return selection;
  }

  static List<String> names(List<PictureResult> results, boolean anomalous, int most) {
    List<PictureResult> ranked =
        results.stream()
            .filter(r -> r.anomalous() == anomalous && r.problem().isEmpty())
            .sorted(Comparator.comparingDouble(PictureResult::score).reversed())
            .collect(Collectors.toList());
    int count = Math.min(most, ranked.size());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rank = count == 1 ? 0 : Math.round(i * (ranked.size() - 1) / (float) (count - 1));
      names.add(ranked.get(rank).name());
    }
    return names;
  }
}
