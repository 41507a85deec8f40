package sc.fiji.cavga.io.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

class TableFormatTest {

  /** Scripts ask for the column "image"; see docs/decisions/plain-tables.md. */
  @Test
  void aTableBeginsWithItsFirstColumnsNameAndIsUtf8() throws Exception {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, TableFormat.withHeader("image", "score"))) {
      printer.printRecord("M\u00fcller.jpg", "1,5");
    }
    assertArrayEquals(
        "image,score\nM\u00fcller.jpg,\"1,5\"\n".getBytes(StandardCharsets.UTF_8),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
