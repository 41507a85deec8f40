package sc.fiji.cavga.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * By what results are known, so that they are not taken for photographs: folders by a hidden file,
 * and pictures by a text in their first bytes.
 */
public final class OutputMark {

  /** What a run over pictures keeps in its output folder. */
  public static final String JOURNAL = ".cavga-results.jsonl";

  /** What an evaluation keeps in its output folder. */
  public static final String EVALUATION = ".cavga-evaluation";

  /** In PNG files the value of the text "Software", in TIFF files a line of the description. */
  public static final String TEXT = "result of CAVGA for Fiji";

  /** Beside the journal; what lies there besides may be photographs. */
  private static final Set<String> KINDS = Set.of("maps", "overlays", "rois", "discs");

  /** PNG and TIFF files have their texts before the pixels. */
  private static final int LOOKED_AT = 4096;

  private OutputMark() {}

  /** How many results were not taken for photographs, as a sentence. */
  public static String passedOver(int count) {
    return (count == 1
            ? "1 file that CAVGA has written was"
            : count + " files that CAVGA has written were")
        + " passed over.";
  }

  /** Whether a folder holds results: one of a kind's name, beside a journal. */
  public static boolean isOnFolder(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    return parent != null
        && KINDS.contains(folder.getFileName().toString())
        && Files.exists(parent.resolve(JOURNAL));
  }

  /** Whether a file is a result; false where it cannot be read, which reading it will say. */
  public static boolean isOnFile(Path file) {
    if (!Files.isRegularFile(file)) return false;
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1).contains(TEXT);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
