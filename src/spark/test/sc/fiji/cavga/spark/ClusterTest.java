package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two thousand pictures on a master and two workers of Spark 3.5, a hundred of them broken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

  @TempDir static Path folder;

  private static Archive archive;
  private static Sparks spark;

  @BeforeAll
  static void begin() throws IOException, InterruptedException {
    spark = new Sparks(folder.resolve("spark"), "3.5").cluster();
    archive = new Archive(folder).draw(2000, 20);
  }

  @AfterAll
  static void end() {
    if (spark != null) spark.close();
  }

  @Test
  @Order(1)
  void rowsAreThoseOfAFolderRun() throws Exception {
    Path out = folder.resolve("out");
    String said =
        spark.run(0, List.of(), archive.localize(out, "--chunk", "100", "--batch", "800"));
    assertTrue(said.contains("pictures of 2000 files"), said);
    assertTrue(said.contains("; 100 failed."), said);
    assertEquals(archive.expected(), Archive.rows(out));
    assertEquals(List.copyOf(archive.expected().keySet()), List.copyOf(Archive.rows(out).keySet()));
    assertEquals(archive.expectedRegions(), Archive.regions(out));
    for (int batch = 0; batch < 3; batch++)
      assertTrue(Files.exists(out.resolve("results/batch=" + batch + "/_SUCCESS")));
    assertFalse(Files.exists(out.resolve("_cavga/rows")));
    assertFalse(Files.exists(out.resolve("_cavga/lock")));
  }

  /** The worker, its executor, and so the chunk that it had begun. */
  @Test
  @Order(2)
  void aKilledWorkerLosesNothingAndDoublesNothing() throws Exception {
    Path out = folder.resolve("killed");
    Process run = spark.begin(List.of(), archive.localize(out, "--chunk", "50"));
    Sparks.await(() -> Archive.committed(out) >= 4 || !run.isAlive(), "four chunks");
    assertTrue(run.isAlive(), spark.printed());
    List<ProcessHandle> orphans = Sparks.kill(spark.worker(0));
    assertEquals(0, run.waitFor(), spark.printed());
    assertEquals(archive.expected(), Archive.rows(out));
    assertEquals(archive.expectedRegions(), Archive.regions(out));
    assertEquals(1, orphans.size());
    Sparks.await(
        () -> orphans.stream().noneMatch(ProcessHandle::isAlive), "the Java of a lost executor");
  }
}
