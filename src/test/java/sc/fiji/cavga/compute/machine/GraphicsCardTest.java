package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphicsCardTest {

  @Test
  void readsTheDriversListing() {
    List<GraphicsCard> cards =
        GraphicsCard.parse(
            "8.6, NVIDIA GeForce RTX 3090, 535.183.01\n7.5, Quadro RTX 5000 with Max-Q, 451.67\n");
    assertEquals(2, cards.size());
    assertEquals("NVIDIA GeForce RTX 3090", cards.get(0).name());
    assertEquals("8.6", cards.get(0).capability());
    assertEquals(535, cards.get(0).driver());
    assertEquals("7.5", cards.get(1).capability());
  }

  @Test
  void readsTheDriverInFullAndTheMemory() {
    GraphicsCard card =
        GraphicsCard.parse("8.6, NVIDIA GeForce RTX 3090, 535.183.01, 24576 MiB").get(0);
    assertEquals("535.183.01", card.driverVersion());
    assertEquals(
        "{Card=NVIDIA GeForce RTX 3090, Capability=8.6, Driver=535.183.01, Card memory=24576 MiB}",
        card.properties().toString());
    assertEquals("[N/A]", memory("8.7, Orin, 540.3.0, [N/A]"));
    assertEquals("unknown", memory("8.6, A10, 470.57"));
  }

  private static String memory(String line) {
    return GraphicsCard.parse(line).get(0).properties().get("Card memory");
  }

  @Test
  void leavesOutWhatIsNoCard() {
    assertTrue(GraphicsCard.parse("No devices were found\n").isEmpty());
    assertTrue(
        GraphicsCard.parse("Field \"compute_cap\" is not a valid field to query.").isEmpty());
    assertTrue(GraphicsCard.parse("[N/A], Tesla, 390.1").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "3,0,false",
    "3,5,false",
    "3,7,true",
    "5,0,true",
    "6,1,true",
    "7,5,true",
    "8,0,true",
    "8,6,true",
    "8,9,true",
    "9,0,false",
    "10,0,false",
    "12,0,false"
  })
  void runsWhereTheLibraryHasMachineCode(int major, int minor, boolean runs) {
    assertEquals(runs, new GraphicsCard(major, minor, "card", 535).runsLibrary());
  }
}
