package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;
import sc.fiji.cavga.command.legacy.LegacyInputs;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.TrainingConfig;

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

  /** Of CAVGA, unless another method is given. */
  private Object[] inputs(Object... more) {
    Object[] fixed = {
      "normal",
      pictures.resolve("healthy eyes").toFile(),
      "model",
      model(),
      "size",
      32,
      "batch",
      4,
      "method",
      "cavga",
      "width",
      4
    };
    return Stream.concat(Stream.of(fixed), Stream.of(more)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"cavga, epochs, Epoch", "local, detector_steps, Learning from synthetic"})
  void cancelInTheTaskStopsTrainingAndLeavesACheckpointAtMost(
      String method, String key, String status) throws Exception {
    Files.writeString(model().toPath(), "earlier");
    Canceller canceller = new Canceller(status);
    context.service(EventService.class).subscribe(canceller);
    CommandModule module =
        Commands.run(
            context, TrainCommand.class, inputs("method", method, key, 5000, "overwrite", true));
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().startsWith("Training was cancelled"));
    assertTrue(canceller.done, "the task is finished");
    assertEquals("earlier", Files.readString(model().toPath()));
    for (String name : names()) {
      assertTrue(List.of("eye.cavga", "eye.checkpoint.cavga").contains(name), name);
      if (name.contains("checkpoint"))
        assertEquals(5000, value(Checkpoint.read(folder.resolve(name)).config(), key));
    }
  }

  private static Object value(TrainingConfig config, String key) {
    return config.get(config.settings().find(key).orElseThrow());
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
    Canceller canceller = new Canceller("Epoch 2");
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
    Settings made = ModelFile.read(model().toPath()).parts().get(0).entries().settings();
    assertEquals(3, made.get(CavgaSettings.EPOCHS));
    assertEquals(1e-5, made.get(CavgaSettings.LEARNING_RATE));
    assertEquals(7, made.get(CavgaSettings.PATIENCE));
    assertEquals(0.9, made.get(CommonSettings.SCORE_QUANTILE));
    assertEquals(32, made.get(CommonSettings.SIZE));
  }

  /** A path is looked at while it is typed. */
  @Test
  void whatIsNoCheckpointChangesNothingUntilItIsRead() throws Exception {
    Path text = Files.writeString(folder.resolve("text.cavga"), "no checkpoint");
    Module module = module();
    new LegacyInputs(module).take("resume=[" + text + "]");
    assertEquals(CavgaSettings.EPOCHS.initial(), module.getInput("epochs"));
    assertTrue(failure("resume", text.toFile()).contains("text.cavga"));
  }

  /** As a macro that an earlier version recorded may ask for it. */
  @Test
  void theDefaultMapNetworkIsTheMethodCavga() throws Exception {
    Object[] recorded =
        inputs("method", "local", "default_map", "network", "epochs", 1, "detector_steps", 3);
    List<String> warnings = new CopyOnWriteArrayList<>();
    context.service(LogService.class).setLevel(LogLevel.WARN);
    context.service(LogService.class).addLogListener(message -> warnings.add(message.text()));
    Commands.run(context, TrainCommand.class, recorded);
    TrainedModel made = ModelFile.read(model().toPath());
    assertEquals(1, made.parts().size());
    assertEquals("cavga", made.parts().get(0).method().name());
    assertTrue(
        warnings.contains("detector_steps has no effect on the method cavga."),
        warnings.toString());
  }

  /** As the command line does, also where it is given as it is anyway. */
  @Test
  void aMacroIsToldOfSettingsThatItsMethodsDoNotHave() throws Exception {
    Module module = module();
    new LegacyInputs(module)
        .take(
            "normal=["
                + pictures.resolve("healthy eyes")
                + "] model=["
                + model()
                + "] size=32 batch=4 detector_steps=2 variant=d patience=3");
    List<String> warnings = new CopyOnWriteArrayList<>();
    context.service(LogService.class).setLevel(LogLevel.WARN);
    context.service(LogService.class).addLogListener(message -> warnings.add(message.text()));
    context.service(ModuleService.class).run(module, false).get();
    for (String key : List.of("variant", "patience"))
      assertTrue(
          warnings.contains(key + " has no effect on the method local."), warnings.toString());
  }

  @Test
  void aResumedTrainingIsNotGivenWhatMayNotChange() throws Exception {
    Canceller canceller = new Canceller("Epoch 2");
    context.service(EventService.class).subscribe(canceller);
    assertTrue(Commands.run(context, TrainCommand.class, inputs("epochs", 5000)).isCanceled());
    File checkpoint = folder.resolve("eye.checkpoint.cavga").toFile();
    dispose();
    start();
    for (String[] given :
        new String[][] {
          {"width=8", "width"},
          {"size=64", "size"},
          {"method=local", "had the method cavga"},
          {"encoder_weights=[" + checkpoint + "]", "leave encoder_weights"}
        }) {
      Module module = module();
      new LegacyInputs(module)
          .take(
              "normal=["
                  + pictures.resolve("healthy eyes")
                  + "] model=["
                  + model()
                  + "] epochs=3 resume=["
                  + checkpoint
                  + "] "
                  + given[0]);
      Exception thrown =
          assertThrows(
              ExecutionException.class,
              () -> context.service(ModuleService.class).run(module, false).get());
      String sentence = Commands.sentence(thrown);
      assertTrue(sentence.contains(given[1]), sentence);
    }
    Module module = module();
    module.setInput("resume", checkpoint);
    TrainCommand command = (TrainCommand) module.getDelegateObject();
    assertTrue(command.isUsed("epochs"));
    for (String name : List.of("detector_steps", "variant", "encoder_weights"))
      assertFalse(command.isUsed(name), name);
  }

  @Test
  void nothingIsReplacedThatWasNotAskedFor() throws Exception {
    Path photograph = Files.writeString(folder.resolve("eye.jpg"), "an eye");
    Files.writeString(model().toPath(), "a model");
    String stays = " is no .cavga file, so it stays";
    assertTrue(failure("model", photograph.toFile()).contains(stays));
    assertTrue(failure("model", photograph.toFile(), "overwrite", true).contains(stays));
    assertTrue(failure().contains("is there already: give another name, or overwrite it."));
    assertEquals("an eye", Files.readString(photograph));
    assertEquals("a model", Files.readString(model().toPath()));
  }

  private Module module() {
    CommandInfo info = context.service(CommandService.class).getCommand(TrainCommand.class);
    return context.service(ModuleService.class).createModule(info);
  }

  @Test
  void wrongInputsAreRefusedWithASentence() throws Exception {
    assertTrue(failure("method", "disk").contains("choose local or cavga"));
    assertTrue(failure("epochs", 0).contains("(epochs) must be 1 to 5000, not 0."));
    assertTrue(failure("learning_rate", 0).contains("(learning_rate) must be above 0"));
    assertTrue(failure("variant", "x").contains("(variant) must be d or r, not x."));
    assertTrue(failure("encoder_weights", model()).contains("are for CAVGA-R"));
    assertTrue(
        failure("augmentation", "wild").contains("must be fundus or cameras or none, not wild."));
    assertTrue(failure("field_of_view", "all").contains("must be retina or whole_picture"));
    assertTrue(
        failure("size", 33).contains("Size must be 16 to 1024 and a multiple of 4, not 33."));
    assertTrue(failure("size", 8).contains("(size) must be 16 to 1024, not 8."));
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
      if (now != null && now.contains(status) && !event.getTask().isCanceled())
        event.getTask().cancel("enough");
    }
  }
}
