package sc.fiji.cavga.spark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;

/** A tree of small photographs, some of them broken, and what a folder run says of it. */
final class Archive {

  /** The options that every run on the model needs. */
  static final List<String> MAP = List.of("--map", "reconstruction", "--memory-per-core", "200m");

  private static final int WAYS = 10;

  private final Path folder;

  /**
   * @param folder gets model, pictures and results
   */
  Archive(Path folder) {
    this.folder = folder;
  }

  Path input() {
    return folder.resolve("in");
  }

  Path model() {
    return folder.resolve("tiny.cavga");
  }

  /** Draws pictures in folders of a hundred, each one of so many broken, in ten ways by turns. */
  Archive draw(int pictures, int brokenEach) throws IOException {
    for (int i = 0; i < pictures; i++) {
      Path file = input().resolve(i / 100 + "/eye " + i + ".png");
      Files.createDirectories(file.getParent());
      byte[] whole = png(i);
      if (i % brokenEach == brokenEach - 1) Files.write(file, broken(whole, i / brokenEach % WAYS));
      else Files.write(file, whole);
    }
    ModelFile.write(model(), tiny());
    return this;
  }

  private static TrainedModel tiny() {
    return TinyModel.create(FieldOfViewMode.WHOLE_PICTURE);
  }

  static byte[] png(int number) throws IOException {
    BufferedImage image = new BufferedImage(40, 32, BufferedImage.TYPE_INT_RGB);
    int left = number % 30;
    int top = number / 30 % 22;
    for (int y = 0; y < 32; y++)
      for (int x = 0; x < 40; x++) {
        boolean white = x >= left && x < left + 10 && y >= top && y < top + 10;
        image.setRGB(x, y, white ? 0xffffff : 0x010101 * (118 + number % 20));
      }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static byte[] broken(byte[] whole, int way) {
    switch (way) {
      case 0:
        return new byte[0];
      case 1:
        return "a letter, not a picture".getBytes(StandardCharsets.UTF_8);
      case 2:
        return Arrays.copyOf(whole, whole.length / 2);
      case 3:
        return Arrays.copyOf(whole, 8);
      case 4:
        return new byte[500];
      case 5:
        return "%PDF-1.4\n%\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1);
      case 6:
        return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J'};
      case 7:
        return new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0, 1};
      case 8:
        return "GIF89a and nothing more".getBytes(StandardCharsets.UTF_8);
      default:
        byte[] flipped = whole.clone();
        for (int i = 40; i < flipped.length - 20; i++) flipped[i] ^= 0x5a;
        return flipped;
    }
  }

  /** What a folder run writes of the tree: a row of cells without the time, by picture. */
  Map<String, List<String>> expected() throws IOException {
    Path out = folder.resolve("expected");
    if (!Files.exists(out))
      try (Localizer localizer = new Localizer(tinyOfFile(), MapKind.RECONSTRUCTION)) {
        new FolderLocalizer(
                localizer,
                PictureReader.standard(),
                new FolderOptions(false, false, false, false, false))
            .run(input(), out, progress -> {}, () -> false);
      }
    return rows(out);
  }

  private TrainedModel tinyOfFile() throws IOException {
    return ModelFile.read(model());
  }

  /** The rows of a run with {@code --csv}, each but for the time, by picture. */
  static Map<String, List<String>> rows(Path output) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (CSVRecord row : table(output.resolve("results.csv"))) {
      List<String> cells = new ArrayList<>(row.toList());
      cells.remove(row.getParser().getHeaderNames().indexOf("seconds"));
      if (rows.put(row.get("image"), cells) != null)
        throw new AssertionError(row.get("image") + " has two rows");
    }
    return rows;
  }

  static List<String> regions(Path output) throws IOException {
    return table(output.resolve("regions.csv")).stream()
        .map(row -> row.toList().toString())
        .sorted()
        .collect(Collectors.toList());
  }

  List<String> expectedRegions() throws IOException {
    expected();
    return regions(folder.resolve("expected"));
  }

  static List<CSVRecord> table(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(file, StandardCharsets.UTF_8, TableFormat.withHeader())) {
      return parser.getRecords();
    }
  }

  /** The arguments of a run over the tree. */
  String[] localize(Path output, String... further) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "localize",
                "--model",
                model().toString(),
                "--input",
                input().toString(),
                "--output",
                output.toString(),
                "--csv"));
    all.addAll(MAP);
    all.addAll(List.of(further));
    return all.toArray(new String[0]);
  }

  /** How many chunks of a run that is under way are committed. */
  static long committed(Path output) throws IOException {
    Path rows = output.resolve("_cavga/rows");
    if (!Files.exists(rows)) return 0;
    try (var files = Files.walk(rows, 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches("part-.*\\.parquet"))
          .count();
    } catch (java.io.UncheckedIOException movedMeanwhile) {
      return 0;
    }
  }
}
