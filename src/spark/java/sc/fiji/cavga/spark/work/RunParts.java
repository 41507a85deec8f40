package sc.fiji.cavga.spark.work;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.spark.store.Store;

/** What all tasks of a run share; broadcast once. */
public final class RunParts implements Serializable {

  private static final long serialVersionUID = 1L;

  final String run;
  final PictureSettings settings;
  final byte[] model;
  final List<String> columns;
  final Map<String, String> known;
  final String output;
  final List<String> roots;
  private final Map<String, String> store;

  /**
   * @param run a name that no other run has
   * @param model the model file's bytes
   * @param columns of {@code results.csv}
   * @param known what every row has, by column
   * @param output folder of the results
   * @param roots folders that must be there as long as their photographs are read
   */
  public RunParts(
      String run,
      PictureSettings settings,
      byte[] model,
      List<String> columns,
      Map<String, String> known,
      String output,
      List<String> roots,
      Store store) {
    this.run = run;
    this.settings = settings;
    this.model = model.clone();
    this.columns = List.copyOf(columns);
    this.known = new TreeMap<>(known);
    this.output = output;
    this.roots = List.copyOf(roots);
    this.store = store.entries();
  }

  /** To be called by a driver when its run is over: with {@code --master local} tasks ran in it. */
  public void end() throws InterruptedException {
    ExecutorJavas.end(run);
  }

  Store store() {
    return Store.of(store);
  }
}
