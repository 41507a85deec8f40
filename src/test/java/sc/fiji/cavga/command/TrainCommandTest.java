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
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingDefaults;

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
      4,
      "detector_steps",
      3
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

  /** As after a loss that became infinite, where the message asks for a lower learning rate. */
  @Test
  void aResumedTrainingKeepsWhatIsNotGivenAnew() throws Exception {
    Canceller canceller = new Canceller("Training: epoch 2");
    context.service(EventService.class).subscribe(canceller);
    Object[] first = inputs("epochs", 5000, "patience", 7, "score_quantile", 0.9);
    assertTrue(Commands.run(context, TrainCommand.class, first).isCanceled());
    File checkpoint = folder.resolve("eye.checkpoint.cavga").toFile();
    // The canceller goes with its context.
    dispose();
    start();

    Module macros = module();
    new LegacyInputs(macros).take("resume=[" + checkpoint + "] minutes=3");
    assertEquals(5000, macros.getInput("epochs"));
    assertEquals(7, macros.getInput("patience"));
    assertEquals(3.0, macros.getInput("minutes"));

    Object[] again = {
      "normal",
      pictures.resolve("healthy eyes").toFile(),
      "model",
      model(),
      "resume",
      checkpoint,
      "epochs",
      3,
      "learning_rate",
      1e-5
    };
    context.service(CommandService.class).run(TrainCommand.class, true, again).get();
    TrainingConfig made =
        TrainingConfig.fromJson(
            ModelFile.read(model().toPath()).training().getAsJsonObject("configuration"));
    assertEquals(3, made.schedule().epochs());
    assertEquals(1e-5, made.schedule().learningRate());
    assertEquals(7, made.schedule().patience());
    assertEquals(0.9, made.scoreQuantile());
    assertEquals(32, made.network().size());
  }

  /** A path is looked at while it is typed. */
  @Test
  void whatIsNoCheckpointChangesNothingUntilItIsRead() throws Exception {
    Path text = Files.writeString(folder.resolve("text.cavga"), "no checkpoint");
    Module module = module();
    new LegacyInputs(module).take("resume=[" + text + "]");
    assertEquals(TrainingDefaults.EPOCHS, module.getInput("epochs"));
    assertTrue(failure("resume", text.toFile()).contains("text.cavga"));
  }

  private Module module() {
    CommandInfo info = context.service(CommandService.class).getCommand(TrainCommand.class);
    return context.service(ModuleService.class).createModule(info);
  }

  @Test
  void wrongInputsAreRefusedWithASentence() throws Exception {
    assertTrue(failure("epochs", 0).contains("Epochs must be 1 to"));
    assertTrue(failure("learning_rate", 0).contains("learning rate must be above 0"));
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
