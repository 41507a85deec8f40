package sc.fiji.cavga.command.recalibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.event.TaskEvent;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.command.ModelInfoCommand;
import sc.fiji.cavga.command.TrainCommand;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.examination.MapKind;

class RecalibrateCommandTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  private static File model;
  private static File eyes;

  private final Context context = Commands.context();

  @BeforeAll
  static void train() throws Exception {
    eyes = Commands.normals(shared.resolve("eyes"), 8).toFile();
    model = shared.resolve("eye.cavga").toFile();
    Context own = Commands.context();
    Commands.run(
        own, TrainCommand.class, "normal", eyes, "model", model, "size", 32, "detector_steps", 3);
    own.dispose();
  }

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private File target() {
    return folder.resolve("own.cavga").toFile();
  }

  private Object[] inputs(Object... more) {
    List<Object> all = new ArrayList<>(List.of("model", model, "output", target()));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void aModelIsFittedToAFolderAndSaysSo() throws Exception {
    CommandModule module =
        Commands.run(context, RecalibrateCommand.class, inputs("normal", eyes, "steps", 2));
    String summary = (String) module.getOutput("summary");
    assertTrue(summary.contains("95 % of 8 healthy eyes"), summary);
    CommandModule info =
        Commands.run(context, ModelInfoCommand.class, "model", target(), "curves", false);
    String report = (String) info.getOutput("report");
    assertTrue(report.contains("Recalibrated: "), report);
    assertTrue(report.contains("on 8 normal pictures, from the model with SHA-256 "), report);
    assertTrue(report.contains("Note: There are only 8 healthy eyes"), report);
  }

  @Test
  void thresholdsAloneAreChanged() throws Exception {
    Commands.run(context, RecalibrateCommand.class, inputs("map_quantile", "0.9"));
    assertEquals(0.9, ModelFile.read(target().toPath()).calibration(MapKind.DEFAULT).mapQuantile());
  }

  @ParameterizedTest
  @CsvSource({
    "map_quantile, much, 'map_quantile must be a number, such as 0.99, not much.'",
    "overwrite, true, 'Give healthy eyes to fit the model to, a quantile or a threshold.'"
  })
  void wrongInputsAreSaid(String key, String value, String sentence) throws Exception {
    Object given = key.equals("overwrite") ? (Object) Boolean.valueOf(value) : value;
    assertEquals(sentence, Commands.failure(context, RecalibrateCommand.class, inputs(key, given)));
    assertFalse(target().exists());
  }

  @Test
  void aMissingFileForTheResultIsAskedFor() throws Exception {
    assertEquals(
        "Choose a file for the recalibrated model.",
        Commands.failure(context, RecalibrateCommand.class, "model", model, "normal", eyes));
  }

  @Test
  void aCancelLeavesNothing() throws Exception {
    Canceller canceller = new Canceller();
    context.service(EventService.class).subscribe(canceller);
    CommandModule module =
        Commands.run(context, RecalibrateCommand.class, inputs("normal", eyes, "steps", 2));
    assertTrue(module.isCanceled());
    assertEquals("Recalibrating was cancelled; nothing was written.", module.getCancelReason());
    assertFalse(target().exists());
    assertTrue(canceller.done);
  }

  /** Cancels as soon as pictures are read. */
  public static final class Canceller {
    private boolean done;

    @EventHandler
    public void on(TaskEvent event) {
      String status = event.getTask().getStatusMessage();
      if (status != null && status.startsWith("Reading picture") && !event.getTask().isCanceled())
        event.getTask().cancel("enough");
      done |= event.getTask().isDone();
    }
  }
}
