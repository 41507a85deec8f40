package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.event.TaskEvent;
import sc.fiji.cavga.train.Checkpoint;

class TrainCommandTest {

  @TempDir static Path pictures;
  @TempDir Path folder;

  private Context context;

  @BeforeAll
  static void draw() throws Exception {
    Commands.normals(pictures.resolve("healthy eyes"), 6);
  }

  @BeforeEach
  void start() {
    context = Commands.context();
  }

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private File model() {
    return folder.resolve("eye.cavga").toFile();
  }

  private Object[] inputs(Object... more) {
    Object[] fixed = {
      "normal",
      pictures.resolve("healthy eyes").toFile(),
      "model",
      model(),
      "size",
      32,
      "width",
      4,
      "batch",
      4
    };
    return Stream.concat(Stream.of(fixed), Stream.of(more)).toArray();
  }

  @Test
  void cancelInTheTaskStopsTrainingAndLeavesACheckpointAtMost() throws Exception {
    Files.writeString(model().toPath(), "earlier");
    Canceller canceller = new Canceller("Training: epoch");
    context.service(EventService.class).subscribe(canceller);
    CommandModule module = Commands.run(context, TrainCommand.class, inputs("epochs", 5000));
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().startsWith("Training was cancelled"));
    assertTrue(canceller.done, "the task is finished");
    assertEquals("earlier", Files.readString(model().toPath()));
    for (String name : names()) {
      assertTrue(List.of("eye.cavga", "eye.checkpoint.cavga").contains(name), name);
      if (name.contains("checkpoint"))
        assertEquals(5000, Checkpoint.read(folder.resolve(name)).config().schedule().epochs());
    }
  }

  @Test
  void cancelWhilePicturesAreReadStopsToo() throws Exception {
    // SciJava holds its subscribers weakly: kept here, this one lives until training has ended.
    Canceller canceller = new Canceller("Reading picture");
    context.service(EventService.class).subscribe(canceller);
    CommandModule module = Commands.run(context, TrainCommand.class, inputs("epochs", 5000));
    assertTrue(module.isCanceled());
    assertEquals(List.of(), names());
    assertTrue(canceller.done, "the task is finished");
  }

  @Test
  void wrongInputsAreRefusedWithASentence() throws Exception {
    assertTrue(failure("epochs", 0).contains("Epochs must be 1 to"));
    assertTrue(failure("variant", "x").contains("must be \"d\" or \"r\""));
    assertTrue(failure("encoder_weights", model()).contains("are for CAVGA-R"));
    assertTrue(failure("augmentation", "wild").contains("must be \"fundus\" or \"none\""));
    assertTrue(failure("field_of_view", "all").contains("\"retina\" or \"whole_picture\""));
    assertTrue(failure("size", 33).contains("Size must be"));
    assertTrue(failure("normal", new File("")).contains("Choose a folder of normal pictures."));
    assertTrue(failure("normal", folder.resolve("none").toFile()).contains("does not exist"));
    assertTrue(failure("anomalous", folder.toFile()).contains("holds no pictures"));
    assertTrue(failure("model", folder.toFile()).contains("is a folder"));
    assertTrue(failure("resume", folder.resolve("no.cavga").toFile()).contains("no.cavga"));
    assertEquals(List.of(), names());
  }

  private String failure(Object... more) throws Exception {
    String message = Commands.failure(context, TrainCommand.class, inputs(more));
    assertFalse(message.contains("Exception"), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  /** Presses the task's cancel button when its status begins with a text. */
  public static final class Canceller {

    private final String status;
    private volatile boolean done;

    Canceller(String status) {
      this.status = status;
    }

    /** Called by SciJava. */
    @EventHandler
    public void onEvent(TaskEvent event) {
      done |= event.getTask().isDone();
      String now = event.getTask().getStatusMessage();
      if (now != null && now.startsWith(status) && !event.getTask().isCanceled())
        event.getTask().cancel("enough");
    }
  }
}
