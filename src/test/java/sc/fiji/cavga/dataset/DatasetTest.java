package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.read.PictureReader;

class DatasetTest {

  private static Dataset dataset() {
    List<Sample> test = new ArrayList<>();
    for (int i = 0; i < 30; i++) test.add(sample("test/" + i, i >= 10));
    return new Dataset(List.of(sample("train/n", false)), List.of(sample("train/a", true)), test);
  }

  private static Sample sample(String name, boolean anomalous) {
    Path file = Paths.get(name);
    return new FileSample(name, file, anomalous, null, PictureReader.standard());
  }

  @Test
  void anomalousTestPicturesMoveToTraining() throws IOException {
    Dataset moved = dataset().withTestAnomaliesForTraining(3, 1);
    assertEquals(4, moved.trainAnomalous().size());
    assertEquals("train/a", moved.trainAnomalous().get(0).name());
    assertEquals(27, moved.test().size());
    assertEquals(10, moved.test().stream().filter(s -> !s.anomalous()).count());
    Set<String> names = new HashSet<>();
    moved.test().forEach(s -> names.add(s.name()));
    for (Sample sample : moved.trainAnomalous().subList(1, 4)) {
      assertTrue(sample.anomalous());
      assertFalse(names.contains(sample.name()));
    }
  }

  @Test
  void theSeedDecidesWhichOnes() throws IOException {
    assertEquals(taken(5), taken(5));
    assertNotEquals(taken(5), taken(6));
  }

  private static List<String> taken(long seed) throws IOException {
    List<String> names = new ArrayList<>();
    for (Sample sample : dataset().withTestAnomaliesForTraining(5, seed).trainAnomalous())
      names.add(sample.name());
    return names;
  }

  @Test
  void oneAtLeastIsLeftToTestWith() throws IOException {
    assertEquals(20, dataset().withTestAnomaliesForTraining(19, 1).trainAnomalous().size());
    for (int count : new int[] {0, 20, 50}) {
      IOException problem =
          assertThrows(IOException.class, () -> dataset().withTestAnomaliesForTraining(count, 1));
      assertTrue(problem.getMessage().endsWith("choose 1 to 19."), problem.getMessage());
    }
  }
}
