package sc.fiji.cavga.spark;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.cavga.cli.option.EyeSideOption;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.OutputKinds;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.spark.work.PictureSettings;

/** What {@code localize} is given: the options of {@code cavga localize}, and those of archives. */
final class LocalizeOptions {

  /** What is written of each picture beside its rows. */
  enum Kind {
    MAPS,
    OVERLAYS,
    ROIS
  }

  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      defaultValue = ShippedModels.HEALTHY_FUNDUS,
      description =
          "The name of a model that comes with the software, or a model file on any file system;"
              + " default: ${DEFAULT-VALUE}")
  String model;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "DIR|FILE|LIST",
      description =
          "Folders with subfolders or pictures, on any file system of Hadoop; or one list of files:"
              + " a .txt with a path in each line, a .csv or .parquet with a column of paths")
  List<String> input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results, on any file system of Hadoop")
  String output;

  @Option(
      names = "--path-column",
      paramLabel = "NAME",
      defaultValue = "path",
      description = "The column of a list that has the paths; default: ${DEFAULT-VALUE}")
  String pathColumn;

  @Mixin private MapOption map;

  @Mixin private EyeSideOption eyeSide;

  @Option(names = "--judge-anyway", description = "Judges also what cannot be judged, and warns")
  private boolean judgeAnyway;

  @Option(
      names = "--smallest-region",
      paramLabel = "AREA",
      defaultValue = "" + Localizer.SMALLEST_REGION,
      description =
          "Regions of fewer pixels of the network's size are left out; default: ${DEFAULT-VALUE}")
  double smallestRegion;

  @Option(
      names = "--orientation",
      paramLabel = "WAY",
      defaultValue = "UPRIGHT",
      description =
          "For files that say that they must be turned: upright or file; default: upright")
  private OutputOrientation orientation;

  @Option(
      names = "--write",
      split = ",",
      paramLabel = "KIND",
      description = "Files to write of each picture: maps, overlays, rois; default: none")
  private Set<Kind> write = EnumSet.noneOf(Kind.class);

  @Mixin private OutputKinds kinds;

  @Option(names = "--overwrite", description = "Begins anew, whatever earlier runs have done")
  boolean overwrite;

  @Option(
      names = "--csv",
      description = "Puts the tables together into CSV files too; for small runs")
  boolean csv;

  @Option(
      names = "--seconds-per-picture",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "A file that takes longer is tried once more alone, and then has failed; default:"
              + " ${DEFAULT-VALUE}")
  double seconds;

  @Option(
      names = "--memory-per-core",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description =
          "Heap of the Java that looks at pictures, one beside each core of an executor, as -Xmx"
              + " takes it; default: ${DEFAULT-VALUE}")
  String memory;

  @Option(
      names = "--chunk",
      paramLabel = "FILES",
      defaultValue = "100",
      description =
          "Files that a task does; a lost executor loses as many; default: ${DEFAULT-VALUE}")
  int chunk;

  @Option(
      names = "--batch",
      paramLabel = "FILES",
      defaultValue = "20000",
      description = "Files whose rows come into one Parquet file; default: ${DEFAULT-VALUE}")
  int batch;

  @Option(names = "--verbose", description = "Shows what Spark has to say of its own work")
  boolean verbose;

  /** What is wrong with them, in one sentence; empty where nothing is. */
  String complaint() {
    if (!(smallestRegion >= 0))
      return "--smallest-region must be 0 or more, not " + smallestRegion + ".";
    if (!(seconds > 0)) return "--seconds-per-picture must be more than 0, not " + seconds + ".";
    if (!memory.matches("[1-9]\\d*[mMgG]"))
      return "--memory-per-core must be a size such as 1g or 800m, not " + memory + ".";
    if (chunk < 1) return "--chunk must be 1 or more, not " + chunk + ".";
    if (batch < chunk) return "--batch must be as much as --chunk or more, not " + batch + ".";
    return "";
  }

  /** In megabytes. */
  long memory() {
    long number = Long.parseLong(memory.substring(0, memory.length() - 1));
    return memory.toLowerCase(Locale.ROOT).endsWith("g") ? 1024 * number : number;
  }

  /**
   * @param name of the model
   */
  PictureSettings settings(String name) {
    FolderOptions folder =
        new FolderOptions(
            false,
            false,
            write.contains(Kind.MAPS),
            write.contains(Kind.OVERLAYS),
            write.contains(Kind.ROIS));
    return new PictureSettings(
        name,
        map.kind(),
        smallestRegion,
        judgeAnyway,
        eyeSide.side(),
        kinds.chosen(folder.lying(orientation)),
        memory,
        seconds);
  }

  /** What is written, as text. */
  String written() {
    return EnumSet.copyOf(write.isEmpty() ? EnumSet.noneOf(Kind.class) : write).toString();
  }

  /** Whole chunks: one must not lie in two batches. */
  int batchSize() {
    return (batch + chunk - 1) / chunk * chunk;
  }
}
