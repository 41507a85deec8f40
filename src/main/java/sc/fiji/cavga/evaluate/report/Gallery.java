package sc.fiji.cavga.evaluate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The test pictures that a model judged best and worst, kept while an evaluation goes on: of each
 * kind those with the highest and with the lowest scores, {@value #MOST} at most.
 */
public final class Gallery {

  static final int MOST = 10;

  static final class Entry {
    final PictureResult result;
    final Thumbnail thumbnail;

    Entry(PictureResult result, Thumbnail thumbnail) {
      this.result = result;
      this.thumbnail = thumbnail;
    }
  }

  private static final Comparator<Entry> HIGHEST_FIRST =
      Comparator.comparingDouble((Entry entry) -> entry.result.score()).reversed();

  private static final Comparator<Entry> LOWEST_FIRST = HIGHEST_FIRST.reversed();

  private final List<Entry> foundAnomalous = new ArrayList<>();
  private final List<Entry> missedAnomalous = new ArrayList<>();
  private final List<Entry> quietNormal = new ArrayList<>();
  private final List<Entry> alarmingNormal = new ArrayList<>();

  /**
   * @param map calibrated
   * @param mask null where none is known
   */
  public void offer(PictureResult result, PreparedPicture picture, float[] map, boolean[] mask) {
    List<Entry> highest = result.anomalous() ? foundAnomalous : alarmingNormal;
    List<Entry> lowest = result.anomalous() ? missedAnomalous : quietNormal;
    Entry bare = new Entry(result, null);
    if (!hasPlace(highest, HIGHEST_FIRST, bare) && !hasPlace(lowest, LOWEST_FIRST, bare)) return;
    Entry entry = new Entry(result, new Thumbnail(picture, map, mask));
    insert(highest, HIGHEST_FIRST, entry);
    insert(lowest, LOWEST_FIRST, entry);
  }

  private static boolean hasPlace(List<Entry> list, Comparator<Entry> order, Entry entry) {
    return list.size() < MOST || order.compare(entry, list.get(MOST - 1)) < 0;
  }

  private static void insert(List<Entry> list, Comparator<Entry> order, Entry entry) {
    if (!hasPlace(list, order, entry)) return;
    list.add(entry);
    list.sort(order);
    if (list.size() > MOST) list.remove(MOST);
  }

  /**
   * Judged best: anomalous pictures with the highest scores, then normal ones with the lowest. Half
   * of each where there are enough.
   */
  List<Entry> best() {
    return halves(foundAnomalous, quietNormal);
  }

  /** Judged worst: anomalous pictures with the lowest scores, then normal ones with the highest. */
  List<Entry> worst() {
    return halves(missedAnomalous, alarmingNormal);
  }

  private static List<Entry> halves(List<Entry> anomalous, List<Entry> normal) {
    int half = MOST / 2;
    int ofNormal = Math.min(normal.size(), Math.max(half, MOST - anomalous.size()));
    int ofAnomalous = Math.min(anomalous.size(), MOST - ofNormal);
    List<Entry> entries = new ArrayList<>(anomalous.subList(0, ofAnomalous));
    entries.addAll(normal.subList(0, ofNormal));
    return entries;
  }
}
