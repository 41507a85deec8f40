package sc.fiji.cavga.ui.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.ui.TableCells;

class DiscTablesTest {

  private static void add(ResultsTable table, String image, Object ratio, Object side) {
    table.incrementCounter();
    TableCells.add(table, "image", image);
    TableCells.add(table, "ratio", ratio);
    TableCells.add(table, "side", side);
  }

  @Test
  void whatIsMeasuredAgainStaysInItsPlace() {
    ResultsTable earlier = TableCells.table();
    add(earlier, "one", 0.123456789, "left");
    add(earlier, "two", Double.NaN, "");
    add(earlier, "three", 0.5, "right");
    ResultsTable fresh = TableCells.table();
    add(fresh, "two", 0.25, "by hand");
    add(fresh, "four", "a word", "left");
    ResultsTable merged = DiscTables.merged(earlier, fresh, Set.of("two", "four"));
    assertEquals(4, merged.size());
    assertEquals("one", merged.getStringValue("image", 0));
    assertEquals(0.123456789, merged.getValue("ratio", 0), 0, "not rounded");
    assertEquals(0.25, merged.getValue("ratio", 1), 0);
    assertEquals("by hand", merged.getStringValue("side", 1));
    assertEquals("right", merged.getStringValue("side", 2));
    assertEquals("a word", merged.getStringValue("ratio", 3));
    ResultsTable unchanged = DiscTables.merged(earlier, TableCells.table(), Set.of());
    assertTrue(Double.isNaN(unchanged.getValue("ratio", 1)));
    assertEquals("", unchanged.getStringValue("side", 1));
    assertEquals(2, DiscTables.merged(null, fresh, Set.of("two", "four")).size());
  }
}
