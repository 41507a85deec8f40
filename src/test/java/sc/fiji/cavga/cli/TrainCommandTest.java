package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.training.EpochRecord;
import sc.fiji.cavga.method.cavga.training.ValidationPreview;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;

class TrainCommandTest {

  @TempDir Path folder;

  @Test
  void trainsOnADataset() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Ran ran = TinyTraining.train(model, "--dataset", data.toString(), "--levels", "2");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("The model of the best epoch is " + model), ran.out());
    assertTrue(ran.err().contains("Training on 6 normal pictures; 2 more are held out"), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertEquals(16, trained.network().size());
    assertEquals(2, trained.network().levels());
    assertFalse(trained.network().weaklySupervised());
    assertEquals(3, trained.calibrations().size());
    assertTrue(Files.exists(folder.resolve("m-last.cavga")));
  }

  @Test
  void namingAnomalousPicturesTrainsWeakly() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Ran ran =
        TinyTraining.train(
            model,
            "--normal",
            data.resolve("train/normal").toString(),
            "--anomalous",
            data.resolve("test/abnormal").toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ModelFile.read(model).network().weaklySupervised());
  }

  @Test
  void anomalousTestPicturesCanBeLentToTraining() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    String[] lent = {"--dataset", data.toString(), "--weak-from-test", "1%"};
    Ran ran = TinyTraining.train(model, lent);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertTrue(trained.network().weaklySupervised());
    assertEquals(1, trained.provenance().get("anomalous_pictures").getAsInt());
    Path results = folder.resolve("results");
    int anomalous = 0;
    for (String share : new String[] {"0", "1%"}) {
      List<String> arguments =
          new ArrayList<>(
              List.of("evaluate", "--model", model.toString(), "--output", "" + results));
      arguments.addAll(List.of("--dataset", data.toString()));
      if (!share.equals("0")) arguments.addAll(List.of("--weak-from-test", share));
      ran = Ran.with(arguments.toArray(new String[0]));
      assertEquals(ExitCode.DONE, ran.code(), ran.err());
      JsonObject metrics =
          StrictJson.parseObject(Files.readString(results.resolve("metrics.json")));
      if (share.equals("0")) anomalous = metrics.get("anomalous").getAsInt();
      else assertEquals(anomalous - 1, metrics.get("anomalous").getAsInt());
    }
  }

  /** As a user of public weights would, but with a narrow network's. */
  @Test
  void cavgaRBeginsWithAResNetsWeights() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("r.cavga");
    Path weights = Path.of(CavgaNetwork.class.getResource("resnet18.safetensors").toURI());
    List<String> arguments =
        List.of(
            "train",
            "--variant",
            "r",
            "--size",
            "32",
            "--width",
            "3",
            "--batch",
            "4",
            "--epochs",
            "1",
            "--fewest-steps",
            "3",
            "--most-steps",
            "3",
            "--dataset",
            data.toString(),
            "--model",
            model.toString(),
            "--encoder-weights",
            weights.toString());
    Ran ran = Ran.with(arguments.toArray(new String[0]));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("begins with 100 arrays"), ran.err());
    assertTrue(ran.err().contains("not used: bn1.num_batches_tracked"), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertEquals(Variant.R, trained.network().variant());
    assertEquals(100, trained.provenance().get("encoder_arrays_given").getAsInt());
    List<String> misfit = new ArrayList<>(arguments);
    misfit.set(misfit.indexOf("3"), "4");
    ran = Ran.with(misfit.toArray(new String[0]));
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().contains("conv1.weight is [3, 3, 7, 7] where [4, 3, 7, 7]"), ran.err());
  }

  @Test
  void theSameSeedGivesTheSameWeights() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path first = folder.resolve("1.cavga");
    Path second = folder.resolve("2.cavga");
    TinyTraining.train(first, "--dataset", data.toString());
    TinyTraining.train(second, "--dataset", data.toString());
    assertArrayEquals(
        ModelFile.read(first).weights().get(0).values(),
        ModelFile.read(second).weights().get(0).values());
  }

  @Test
  void resumesWithTheCheckpointsSettings() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path interrupted = folder.resolve("m.cavga");
    Path checkpoint = interrupt(data, interrupted);
    Ran ran =
        Ran.with(
            "train",
            "--dataset",
            data.toString(),
            "--model",
            interrupted.toString(),
            "--resume",
            checkpoint.toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(4, ModelFile.read(interrupted).network().width());
    assertFalse(Files.exists(checkpoint));
  }

  @Test
  void refusesToResumeWithOtherSettings() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Path checkpoint = interrupt(data, model);
    byte[] before = Files.readAllBytes(checkpoint);
    Ran ran =
        Ran.with(
            "train",
            "--dataset",
            data.toString(),
            "--model",
            model.toString(),
            "--resume",
            checkpoint.toString(),
            "--width",
            "8");
    assertEquals(ExitCode.FAILED, ran.code());
    assertTrue(ran.err().contains("network.width"), ran.err());
    assertArrayEquals(before, Files.readAllBytes(checkpoint));
  }

  private static Path interrupt(Path data, Path model) throws Exception {
    TrainingConfig config =
        TrainingConfig.standard()
            .with(CommonSettings.SIZE, 16)
            .with(CavgaSettings.WIDTH, 4)
            .with(CavgaSettings.LATENT_CHANNELS, 4)
            .with(CommonSettings.BATCH, 4)
            .with(CavgaSettings.EPOCHS, 3)
            .with(CavgaSettings.FEWEST_STEPS, 3)
            .with(LocalSettings.STEPS, 3)
            ;
    Dataset dataset = Layouts.discovered().openForTraining(data, null, null);
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void checkpointWritten(Path file) {
            control.cancel();
          }

          @Override
          public void epoch(EpochRecord record, ValidationPreview preview) {
            assertEquals(1, record.epoch());
          }
        };
    Trainer trainer = new Trainer(config).listener(cancelling).control(control);
    TrainingCancelledException e =
        assertThrows(TrainingCancelledException.class, () -> trainer.train(dataset, model));
    return e.checkpoint().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--model m.cavga | one of these",
        "--model m.cavga --normal a --dataset b | mutually exclusive",
        "--normal a | --model",
        "--model m.cavga --normal a --variant r --size 48 | multiple of 32",
        "--model m.cavga --normal a --variant r --levels 3 | 5 levels",
        "--model m.cavga --normal a --encoder-weights w | CAVGA-R: add --variant r",
        "--model m.cavga --dataset a --weak-from-test few | 'few' is neither",
        "--model m.cavga --dataset a --weak-from-test 100% | '100%' is neither",
        "--model m.cavga --dataset a --weak-from-test 1.5 | '1.5' is neither",
        "--model m.cavga --normal a --size 17 | multiple of",
        "--model m.cavga --normal a --epochs 0 | Epochs must be",
        "--model m.cavga --normal a --epochs many | many",
        "--model m.cavga --normal a --attention-weight -1 | loss weight",
        "--model m.cavga --normal a --threads 0 --size 8 | 16",
      })
  void wrongUseIsSaid(String arguments, String message) {
    Ran ran = Ran.with(("train " + arguments).split(" "));
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().contains(message), ran.err());
    assertTrue(ran.err().endsWith("See 'cavga train --help'.\n"), ran.err());
    assertEquals("", ran.out());
  }
}
