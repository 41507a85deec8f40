package sc.fiji.cavga.spark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which files are called like masks, by a join as Spark makes it. */
class TreeNamesTest {

  private static List<String> calledLikeMasks(TreeNames names, String... files) {
    Set<String> places = Arrays.stream(files).map(names::place).collect(Collectors.toSet());
    return Arrays.stream(files)
        .filter(name -> names.kinds(name).keySet().stream().anyMatch(places::contains))
        .collect(Collectors.toList());
  }

  @Test
  void aMaskHasAPhotographAroundItsFolder() {
    assertEquals(
        List.of("masks/a_mask.png", "test/mask/b.png"),
        calledLikeMasks(
            new TreeNames(List.of("/tree")),
            "a.png",
            "masks/a_mask.png",
            "masks/c.png",
            "test/good/b.jpg",
            "test/mask/b.png"));
  }

  @Test
  void photographsOfOneTreeHaveNoMasksInAnother() {
    TreeNames names = new TreeNames(List.of("/one", "/one/masks", "hdfs://two"));
    assertEquals(
        List.of("hdfs://two/masks/b.png"),
        calledLikeMasks(
            names,
            "/one/a.png",
            "/one/masks/a.png",
            "hdfs://two/masks/a.png",
            "hdfs://two/good/b.png",
            "hdfs://two/masks/b.png",
            "single.png"));
  }

  @Test
  void theNearestPhotographComesFirst() {
    Map<String, String> kinds =
        new TreeNames(List.of("/tree")).kinds("day/masks/left/eye_1_mask.png");
    assertEquals(
        List.of("\0day\0eye_1_mask", "\0\0eye_1_mask", "\0day\0eye_1", "\0\0eye_1"),
        List.copyOf(kinds.keySet()).subList(0, 4));
    assertEquals("\0day/masks/left\0_mask.png", kinds.get("\0day\0eye_1"));
  }
}
