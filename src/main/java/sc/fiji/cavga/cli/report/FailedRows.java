package sc.fiji.cavga.cli.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.cavga.cli.progress.PlainText;

/** What went wrong with the pictures that failed, as the table of results says. */
public final class FailedRows {

  private static final int MOST = 5;

  private FailedRows() {}

  /** Prints the first of them, and how many more there are. */
  public static void print(Path results, PrintWriter err) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> failed;
    try (CSVParser parser = CSVParser.parse(results, StandardCharsets.UTF_8, format)) {
      failed =
          parser.stream()
              .filter(row -> row.get("status").equals("failed"))
              .collect(Collectors.toList());
    }
    failed.stream()
        .limit(MOST)
        .forEach(row -> err.println(PlainText.line(line(row.get("image"), row.get("message")))));
    if (failed.size() > MOST)
      err.println((failed.size() - MOST) + " more failed; their reasons are in " + results + ".");
  }

  private static String line(String image, String message) {
    return message.contains(image) ? message : image + ": " + message;
  }
}
