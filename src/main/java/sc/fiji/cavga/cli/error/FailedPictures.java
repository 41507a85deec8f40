package sc.fiji.cavga.cli.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.cavga.cli.progress.PlainText;
import sc.fiji.cavga.io.table.TableFormat;

/** What went wrong in a folder run. */
public final class FailedPictures {

  private static final int MOST_REASONS = 5;

  private FailedPictures() {}

  /** Tells of the first pictures that failed, and how many more there are. */
  public static void print(Path results, PrintWriter err) throws IOException {
    List<CSVRecord> failed =
        TableFormat.rows(results).stream()
            .filter(row -> row.get("status").equals("failed"))
            .collect(Collectors.toList());
    failed.stream()
        .limit(MOST_REASONS)
        .forEach(row -> err.println(PlainText.line(line(row.get("image"), row.get("message")))));
    if (failed.size() > MOST_REASONS)
      err.println(
          (failed.size() - MOST_REASONS) + " more failed; their reasons are in " + results + ".");
  }

  private static String line(String image, String message) {
    return message.contains(image) ? message : image + ": " + message;
  }
}
