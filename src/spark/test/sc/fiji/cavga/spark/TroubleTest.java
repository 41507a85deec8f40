package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.SmallDisk;

/** Stores that vanish and disks that are full end in one sentence, and can be gone on from. */
class TroubleTest {

  @TempDir Path folder;

  @Test
  void aStoreThatVanishesEndsTheRunInOneSentence() throws Exception {
    Archive archive = new Archive(folder).draw(600, 100);
    archive.expected();
    Path out = folder.resolve("out");
    String[] command = archive.localize(out, "--chunk", "20");
    try (Sparks spark = new Sparks(folder.resolve("spark"), "3.5")) {
      Process run = spark.begin(List.of(), command);
      Sparks.await(() -> Archive.committed(out) >= 2 || !run.isAlive(), "two chunks");
      assertTrue(run.isAlive(), spark.printed());
      Path away = folder.resolve("away");
      Files.move(archive.input(), away);
      assertEquals(3, run.waitFor(), spark.printed());
      String said = spark.printed();
      assertTrue(
          said.contains(
              "The input "
                  + archive.input()
                  + " cannot be reached any more; look whether its store is there. What was"
                  + " finished is kept: the same command goes on from there."),
          said);
      assertEquals(1, lines(said), said);
      Files.move(away, archive.input());
      spark.run(0, List.of(), command);
    }
    assertEquals(archive.expected(), Archive.rows(out));
  }

  /** Without what Spark warns of before it is told to be silent. */
  private static long lines(String printed) {
    return printed.lines().filter(line -> !line.contains(" WARN ") && !line.isBlank()).count();
  }

  @Test
  void aFullDiskEndsTheRunInOneSentence() throws Exception {
    Archive archive = new Archive(folder).draw(200, 100);
    Path disk = folder.resolve("disk");
    Path copy = folder.resolve("copy");
    String printed;
    try (Sparks spark = new Sparks(folder.resolve("spark"), "3.5")) {
      String command =
          spark.quoted(
              archive.localize(disk.resolve("out"), "--chunk", "20", "--write", "maps,overlays"));
      printed =
          new SmallDisk(disk, 700)
              .then("code=0; " + command + " || code=$?; test $code = 3 || exit 77")
              .resize(20_000)
              .then(command)
              .copyTo(copy)
              .run(folder.resolve("log"));
    }
    assertTrue(printed.contains("o space left"), printed);
    assertTrue(printed.contains("What was finished is kept: the same command goes on"), printed);
    assertEquals(archive.expected(), Archive.rows(copy.resolve("out")));
    try (var maps = Files.walk(copy.resolve("out/maps"))) {
      assertEquals(198, maps.filter(file -> file.toString().endsWith(".tif")).count());
    }
  }

  @Test
  void whatCannotBeginSaysWhy() throws Exception {
    Archive archive = new Archive(folder).draw(2, 100);
    Files.writeString(folder.resolve("bad.cavga"), "no model");
    try (Sparks spark = new Sparks(folder.resolve("spark"), "3.5")) {
      String bad =
          spark.run(
              3,
              List.of(),
              "localize",
              "--model",
              folder.resolve("bad.cavga").toString(),
              "--input",
              archive.input().toString(),
              "--output",
              folder.resolve("out").toString());
      assertTrue(bad.contains("bad.cavga"), bad);
      String mixed = spark.run(3, List.of(), archive.localize(folder));
      assertTrue(mixed.contains("holds the input, and results would mix with pictures"), mixed);
    }
  }
}
