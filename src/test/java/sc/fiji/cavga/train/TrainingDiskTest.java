package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.faults.SmallDisk;
import sc.fiji.cavga.model.CommonSettings;

/** Trainings onto a disk that becomes full, or that nobody may write to. */
class TrainingDiskTest {

  private static final int KILOBYTES = 20_000;
  private static final int EPOCHS = 5;

  @TempDir Path folder;
  private Path disk;
  private Path earlier;

  /** A model of another training, which the disk's begins with. */
  @BeforeEach
  void train() throws Exception {
    disk = folder.resolve("disk");
    earlier = folder.resolve("earlier.cavga");
    TinyTraining.train(TinyTraining.config().with(CommonSettings.SEED, 6L), earlier);
  }

  private SmallDisk diskWithAModel() throws Exception {
    return new SmallDisk(disk, KILOBYTES)
        .then("cp '" + earlier + "' '" + disk.resolve("m.cavga") + "'");
  }

  private ChildJava training(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(disk.resolve("m.cavga").toString());
    arguments.add(String.valueOf(EPOCHS));
    arguments.addAll(List.of(more));
    return new ChildJava(
        folder.resolve("child"),
        List.of(),
        TrainingProcess.class,
        arguments.toArray(new String[0]));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static void sameBytes(Path expected, Path actual) throws IOException {
    if (expected.toString().endsWith(".cavga"))
      assertEquals(description(expected), description(actual), actual.toString());
    assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual), actual.toString());
  }

  /** What a model file says of itself, in which a difference is seen best. */
  private static String description(Path model) throws IOException {
    try (ZipFile zip = new ZipFile(model.toFile())) {
      byte[] json = zip.getInputStream(zip.getEntry("model.json")).readAllBytes();
      return new String(json, StandardCharsets.UTF_8);
    }
  }

  /** Full after the first epoch, and after the last, when the model is to be written. */
  @ParameterizedTest
  @ValueSource(ints = {1, EPOCHS})
  void aFullDiskEndsTrainingAndItGoesOnLater(int epoch) throws Exception {
    Path full = folder.resolve("full");
    Path later = folder.resolve("later");
    String printed =
        diskWithAModel()
            .then(training(String.valueOf(epoch)), 3)
            .copyTo(full)
            .then("rm '" + disk.resolve("filling") + "'")
            .then(training(), 0)
            .copyTo(later)
            .run(folder.resolve("log"));
    assertTrue(printed.contains("check the folder and the free space on its disk"), printed);
    Path checkpoint = disk.resolve("m.checkpoint.cavga");
    assertTrue(printed.contains("Training can be resumed from " + checkpoint + "."), printed);

    assertEquals(Set.of("m.cavga", "m.checkpoint.cavga", "filling"), names(full));
    sameBytes(earlier, full.resolve("m.cavga"));
    Checkpoint kept = Checkpoint.read(full.resolve("m.checkpoint.cavga"));
    assertEquals(TrainingProcess.config(EPOCHS), kept.config());
    assertEquals(epoch, kept.state.values().getAsJsonArray("curves").size());

    Path whole = Files.createDirectory(folder.resolve("whole")).resolve("m.cavga");
    TinyTraining.train(TrainingProcess.config(EPOCHS), whole);
    assertEquals(names(whole.getParent()), names(later));
    for (String name : names(later)) sameBytes(whole.resolveSibling(name), later.resolve(name));
  }

  @Test
  void aReadOnlyDiskIsSaidBeforeTraining() throws Exception {
    Path copy = folder.resolve("copy");
    String printed =
        diskWithAModel().readOnly().then(training(), 3).copyTo(copy).run(folder.resolve("log"));
    assertTrue(printed.contains("choose a folder that exists and that you may write"), printed);
    assertFalse(printed.contains("begun"), printed);
    assertEquals(Set.of("m.cavga"), names(copy));
    sameBytes(earlier, copy.resolve("m.cavga"));
  }
}
