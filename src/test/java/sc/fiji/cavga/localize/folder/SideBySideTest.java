package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.localize.folder.FolderSummary.End;
import sc.fiji.cavga.localize.folder.work.PictureWork;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.ImageReader;

/** Several files of a folder at a time. */
@Timeout(120)
class SideBySideTest extends FolderRuns {

  private static final int THREADS = 4;

  private int threads;

  @BeforeEach
  void severalThreads() {
    threads = ComputeBackend.start().threads();
    ComputeBackend.start().useThreads(THREADS);
  }

  @AfterEach
  void asBefore() {
    ComputeBackend.start().useThreads(threads);
  }

  private void pictures(int count) throws IOException {
    for (int i = 0; i < count; i++) Photographs.write(in(i), 40 + 7 * (i % 3), 40, 3 * (i % 9), 10);
  }

  private Path in(int i) {
    return folder.resolve(String.format("in/%02d.png", i));
  }

  /** A reader that does something before each file is read. */
  private static PictureReader watched(Watch watch) {
    return new PictureReader(
        List.of(
            new ImageReader() {
              @Override
              public boolean accepts(Path file) {
                return true;
              }

              @Override
              public List<Picture> read(Path file) throws IOException {
                watch.before(file);
                return READER.read(file);
              }
            }));
  }

  private interface Watch {
    void before(Path file) throws IOException;
  }

  private FolderSummary run(PictureReader reader, FolderListener listener) throws IOException {
    return new FolderLocalizer(localizer, reader, FolderOptions.DEFAULT)
        .run(folder.resolve("in"), folder.resolve("out"), listener, () -> false);
  }

  private Map<String, byte[]> files() throws IOException {
    Path out = folder.resolve("out");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).collect(Collectors.toList()))
        if (!file.getFileName().toString().matches("results.csv|[.].*"))
          files.put(out.relativize(file).toString(), Files.readAllBytes(file));
    }
    return files;
  }

  private List<String> rows() throws IOException {
    return table("results.csv").stream()
        .map(
            row -> {
              Map<String, String> cells = row.toMap();
              cells.remove("seconds");
              return cells.toString();
            })
        .collect(Collectors.toList());
  }

  @Test
  void resultsAreThoseOfOneAfterTheOther() throws IOException {
    pictures(20);
    Photographs.stack(folder.resolve("in/stack.tif"), 5);
    Files.writeString(folder.resolve("in/05b.png"), "no picture");
    run(FolderOptions.DEFAULT);
    Map<String, byte[]> together = files();
    List<String> rows = rows();
    ComputeBackend.start().useThreads(1);
    run(OVERWRITE);
    assertEquals(rows, rows());
    Map<String, byte[]> alone = files();
    assertEquals(alone.keySet(), together.keySet());
    for (String name : alone.keySet()) assertArrayEquals(alone.get(name), together.get(name), name);
  }

  @Test
  void severalAreReadAtATimeAndNotMoreThanThereAreThreads() throws IOException {
    pictures(12);
    CountDownLatch meeting = new CountDownLatch(THREADS);
    AtomicInteger reading = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    run(
        watched(
            file -> {
              most.accumulateAndGet(reading.incrementAndGet(), Math::max);
              meeting.countDown();
              try {
                assertTrue(meeting.await(60, TimeUnit.SECONDS), "nobody came");
              } catch (InterruptedException e) {
                throw new IOException(e);
              } finally {
                reading.decrementAndGet();
              }
            }),
        progress -> {});
    assertEquals(THREADS, most.get());
    assertEquals(Collections.nCopies(12, "ok"), column("results.csv", "status"));
  }

  @Test
  void progressIsToldInTheFilesOrder() throws IOException {
    pictures(12);
    List<String> told = new ArrayList<>();
    run(READER, progress -> told.add(progress.file()));
    List<String> expected = new ArrayList<>(List.of(""));
    expected.addAll(column("results.csv", "image"));
    assertEquals(expected, told);
  }

  @Test
  void whatDoesNotFitBesideOthersIsDoneAlone() throws IOException {
    pictures(10);
    AtomicInteger reading = new AtomicInteger();
    AtomicInteger tries = new AtomicInteger();
    AtomicBoolean wasAlone = new AtomicBoolean();
    run(
        watched(
            file -> {
              if (!file.endsWith("03.png")) return;
              if (tries.incrementAndGet() == 1) throw new OutOfMemoryError("test");
              wasAlone.set(reading.get() == 0);
            }),
        progress -> {});
    assertEquals(2, tries.get());
    assertTrue(wasAlone.get());
    assertEquals(Collections.nCopies(10, "ok"), column("results.csv", "status"));
  }

  @Test
  void whatDoesNotFitAloneIsARow() throws IOException {
    pictures(6);
    FolderSummary summary =
        run(
            watched(
                file -> {
                  if (file.endsWith("03.png")) throw new OutOfMemoryError("test");
                }),
            progress -> {});
    assertEquals(1, summary.failed());
    assertTrue(column("results.csv", "message").get(3).contains("Java's memory"));
  }

  @Test
  void cancelledItKeepsWhatIsDoneAndGoesOn() throws IOException {
    pictures(40);
    AtomicInteger behind = new AtomicInteger();
    FolderSummary first =
        run(
            FolderOptions.DEFAULT,
            progress -> behind.set(progress.files()),
            () -> behind.get() >= 5);
    assertEquals(End.CANCELLED, first.end());
    int done = table("results.csv").size();
    assertEquals(first.done(), done);
    assertTrue(done >= 5 && done < 40, done + " are done");
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(done, second.skipped());
    assertEquals(40 - done, second.done());
    assertEquals(40, table("results.csv").size());
  }

  @Test
  void whatTheListenerThrowsEndsAllThreads() throws IOException {
    pictures(30);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    READER,
                    progress -> {
                      if (progress.files() == 3) throw new IllegalStateException("enough");
                    }));
    assertEquals("enough", thrown.getMessage());
    assertTrue(table("results.csv").size() < 30);
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("CAVGA pictures") && thread.isAlive()));
  }

  @Test
  void stoppingOnAnErrorBeginsNothingAfterIt() throws IOException {
    pictures(8);
    Files.writeString(in(2), "no picture");
    FolderSummary summary = run(new FolderOptions(false, true, true, true, true));
    assertEquals(End.STOPPED_ON_ERROR, summary.end());
    assertEquals(List.of("00.png", "01.png", "02.png"), column("results.csv", "image"));
    assertFalse(outputs().contains("maps/03.tif"));
  }

  /** Another thread's network does the picture, as soon as that is free. */
  @Test
  void aPictureWaitsWhereMemoryIsTooShortForOneMoreNetwork() throws IOException {
    pictures(8);
    CountDownLatch refused = new CountDownLatch(1);
    PictureWork real = new LocalizingWork(localizer, FolderOptions.DEFAULT);
    PictureWork single =
        (PictureWork)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PictureWork.class},
                (proxy, method, arguments) -> {
                  if (!method.getName().equals("another")) return method.invoke(real, arguments);
                  refused.countDown();
                  throw new OutOfMemoryError("test");
                });
    FolderSummary summary =
        new FolderWorker(single, watched(file -> awaitNow(refused)), FolderOptions.DEFAULT)
            .run(folder.resolve("in"), folder.resolve("out"), progress -> {}, () -> false);
    assertEquals(0, refused.getCount());
    assertEquals(End.COMPLETE, summary.end());
    assertEquals(8, summary.done());
  }

  private static void awaitNow(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS), "nobody came");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
