package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FolderContentsTest {

  private int looks;

  private Set<String> masks(Map<String, Path> files) {
    looks++;
    assertEquals(Set.of("a.jpg", "mask/a.png"), files.keySet());
    return Set.of("mask/a.png");
  }

  /** Looking for masks reads whole pictures. */
  @Test
  void looksForMasksOnceAndOnlyWhereItMatters() {
    FolderContents contents = new FolderContents(this::masks);
    contents.add("a.jpg", Paths.get("a.jpg"));
    contents.add("mask/a.png", Paths.get("mask/a.png"));
    contents.passOverResult();
    assertEquals(1, contents.results());
    assertEquals(0, looks, "what was written by CAVGA is known without");
    assertEquals(Set.of("a.jpg"), contents.files().keySet());
    assertEquals(
        "Passed over: 1 mask of a picture in another folder, mask/a.png.", contents.passedOver());
    assertEquals(Set.of("a.jpg"), contents.files().keySet());
    assertEquals(1, looks);
  }
}
