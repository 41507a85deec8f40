package sc.fiji.cavga.lab;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.read.PictureReader;

/** A folder of pictures localized once, as {@code cavga localize} does it. */
public final class FolderBench {

  private static final double NANOSECONDS = 1e9;
  private static final double MILLISECONDS = 1e3;

  private FolderBench() {}

  /**
   * Localizes all pictures into a folder in Java's temporary folder, and removes it.
   *
   * @param tablesOnly whether no maps, overlays and ROIs are written
   * @return run_s, the whole run; run_with_start_s, since Java's start; seconds_a_picture, the run
   *     divided by its pictures; median_picture_s, of the pictures' own times, in which others may
   *     be done beside; bytes_a_picture, written; cores_busy; peak_memory_mb; pictures and failed
   * @throws IOException with one sentence when nothing can be read or written
   */
  public static JsonObject run(TrainedModel model, Path input, boolean tablesOnly)
      throws IOException {
    FolderOptions options = new FolderOptions(true, false, !tablesOnly, !tablesOnly, !tablesOnly);
    try (TemporaryFolder output = new TemporaryFolder();
        Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      FolderLocalizer folders = new FolderLocalizer(localizer, PictureReader.standard(), options);
      long processors = processorNanoseconds();
      long start = System.nanoTime();
      FolderSummary summary = folders.run(input, output.path(), progress -> {}, () -> false);
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      double busy = (processorNanoseconds() - processors) / NANOSECONDS / seconds;
      int pictures = summary.done() + summary.failed();
      if (pictures == 0) throw new IOException("There are no pictures in " + input + ".");
      JsonObject json = new JsonObject();
      json.addProperty("run_s", rounded(seconds));
      json.addProperty(
          "run_with_start_s",
          rounded(ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS));
      json.addProperty("seconds_a_picture", rounded(seconds / pictures));
      json.addProperty("median_picture_s", rounded(medianSeconds(output.path())));
      json.addProperty("bytes_a_picture", output.bytes() / pictures);
      json.addProperty("cores_busy", rounded(busy));
      json.addProperty("peak_memory_mb", rounded(Bench.peakMegabytes()));
      json.addProperty("pictures", pictures);
      json.addProperty("failed", summary.failed());
      return json;
    }
  }

  private static double medianSeconds(Path output) throws IOException {
    double[] seconds =
        TableFormat.rows(output.resolve("results.csv")).stream()
            .mapToDouble(row -> Double.parseDouble(row.get("seconds")))
            .sorted()
            .toArray();
    return Bench.middle(seconds);
  }

  /** What this process has used of all processors together. */
  private static long processorNanoseconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
