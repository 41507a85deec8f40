package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.local.MapSource;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;

class TrainCommandTest {

  @TempDir Path folder;

  @Test
  void trainsTheDefaultMethodOnADataset() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Ran ran = TinyTraining.trainLocal(model, "--dataset", data.toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals("The model is " + model + ".\n", ran.out());
    assertTrue(
        ran.err().contains("Training local on 6 normal pictures; 2 more are held out"), ran.err());
    assertFalse(ran.err().contains("no effect"), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertEquals(List.of("local"), methods(trained));
    assertEquals(16, trained.preprocessing().size());
    assertFalse(setting(trained, 0, CommonSettings.WEAK));
    assertEquals(Set.of(MapKind.DEFAULT), trained.parts().get(0).calibrations().keySet());
    assertFalse(Files.exists(folder.resolve("m-last.cavga")));
  }

  @Test
  void trainsSeveralMethodsOneAfterTheOther() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Ran ran = TinyTraining.train(model, "--dataset", data.toString(), "--levels", "2");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("Training local, cavga on 6 normal pictures"), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertEquals(List.of("local", "cavga"), methods(trained));
    assertEquals(2, setting(trained, 1, CavgaSettings.LEVELS));
    assertEquals(EnumSet.allOf(MapKind.class), trained.parts().get(1).calibrations().keySet());
  }

  /** It ends because the last epoch was not the best one. */
  @Test
  void theModelOfTheLastEpochIsKeptBesideTheBest() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    Path last = folder.resolve("m-last.cavga");
    String arguments =
        "train --method cavga --size 16 --width 4 --latent-channels 4 --batch 4 --epochs 300"
            + " --fewest-steps 4 --warm-up 0 --patience 1 --learning-rate 0.1";
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--dataset", data.toString(), "--model", model.toString()));
    Ran ran = Ran.with(all.toArray(new String[0]));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(
        "The model is " + model + ".\nThe model of the last epoch is " + last + ".\n", ran.out());
    assertTrue(Files.exists(last));
  }

  /** As scripts of earlier versions may say. */
  @Test
  void theDefaultMapNetworkIsTheMethodCavga() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    String[] named = {"--dataset", data.toString(), "--default-map", "network"};
    Ran ran = TinyTraining.trainCavga(model, named);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertFalse(ran.err().contains("no effect"), ran.err());
    assertEquals(List.of("cavga"), methods(ModelFile.read(model)));
    ran = TinyTraining.train(model, named);
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().contains("give --method cavga and leave it out."), ran.err());
  }

  @ParameterizedTest
  @EnumSource(MapSource.class)
  void theDefaultMapMayDoWithoutTheUNet(MapSource source) throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    String name = source.name().toLowerCase(Locale.ROOT);
    Ran ran = TinyTraining.trainLocal(model, "--dataset", "" + data, "--default-map", name);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    ModelEntries entries = ModelFile.read(model).parts().get(0).entries();
    assertEquals(source, entries.settings().get(LocalSettings.MAP));
    assertEquals(source == MapSource.DETECTOR, entries.has("segmentation_net"));
  }

  @Test
  void optionsOfOtherMethodsAreSaidToHaveNoEffect() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    String[] one = {"--dataset", data.toString(), "--epochs", "2"};
    Ran ran = TinyTraining.trainLocal(model, one);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().startsWith("--epochs has no effect on the method local.\n"), ran.err());
    String two =
        "--overwrite --method cavga --detector-steps 9 --painted lesions --dataset " + data;
    ran = TinyTraining.trainCavga(model, two.split(" "));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(
        ran.err().startsWith("--detector-steps has no effect on the method cavga.\n"), ran.err());
  }

  private static List<String> methods(TrainedModel model) {
    return model.parts().stream().map(part -> part.method().name()).collect(Collectors.toList());
  }

  private static <T> T setting(TrainedModel model, int part, Setting<T> setting) {
    return model.parts().get(part).entries().settings().get(setting);
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
    for (int part = 0; part < 2; part++)
      assertTrue(setting(ModelFile.read(model), part, CommonSettings.WEAK));
  }

  @Test
  void anomalousTestPicturesCanBeLentToTraining() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    String[] lent = {"--dataset", data.toString(), "--weak-from-test", "1%"};
    Ran ran = TinyTraining.train(model, lent);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    TrainedModel trained = ModelFile.read(model);
    assertTrue(setting(trained, 0, CommonSettings.WEAK));
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
            "--method",
            "cavga",
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
    assertEquals(Variant.R, setting(trained, 0, CavgaSettings.VARIANT));
    assertEquals(100, trained.parts().get(0).training().get("encoder_arrays_given").getAsInt());
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
    int compared = 0;
    for (int part = 0; part < 2; part++) {
      Map<String, List<NamedArray>> one = arrays(first, part);
      Map<String, List<NamedArray>> other = arrays(second, part);
      assertEquals(one.keySet(), other.keySet());
      for (String name : one.keySet())
        for (int i = 0; i < one.get(name).size(); i++, compared++)
          assertArrayEquals(one.get(name).get(i).values(), other.get(name).get(i).values(), name);
    }
    assertTrue(compared > 20, compared + " arrays");
  }

  private static Map<String, List<NamedArray>> arrays(Path model, int part) throws Exception {
    return ModelFile.read(model).parts().get(part).entries().arrays();
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
    TrainedModel trained = ModelFile.read(interrupted);
    assertEquals(List.of("cavga"), methods(trained));
    assertEquals(4, setting(trained, 0, CavgaSettings.WIDTH));
    assertFalse(Files.exists(checkpoint));
  }

  /** As Ctrl-C does, a request to end leaves Java a moment to say what is left. */
  @Test
  void whoEndsJavaIsToldOfTheCheckpoint() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    String arguments =
        "train --method cavga --size 16 --width 4 --latent-channels 4 --batch 4 --epochs 5000"
            + " --patience 5000 --fewest-steps 3 --dataset "
            + data
            + " --model "
            + folder.resolve("m.cavga");
    ChildJava java =
        new ChildJava(folder.resolve("log"), List.of(), Main.class, arguments.split(" "));
    Process process = java.start();
    Path checkpoint = folder.resolve("m.checkpoint.cavga");
    try {
      for (int i = 0; i < 1200 && !Files.exists(checkpoint) && process.isAlive(); i++)
        Thread.sleep(50);
      assumeTrue(process.supportsNormalTermination(), "Here processes can only be killed.");
      // The file is there a moment before the training knows of it.
      Thread.sleep(500);
      process.destroy();
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    String said = "Training was cancelled; it can be resumed with --resume " + checkpoint + ".";
    assertTrue(java.printed().contains(said), java.printed());
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
    assertTrue(ran.err().contains("had 4 as width and not 8"), ran.err());
    assertArrayEquals(before, Files.readAllBytes(checkpoint));
  }

  private static Path interrupt(Path data, Path model) throws Exception {
    TrainingConfig config =
        TrainingConfig.of("cavga")
            .with(CommonSettings.SIZE, 16)
            .with(CavgaSettings.WIDTH, 4)
            .with(CavgaSettings.LATENT_CHANNELS, 4)
            .with(CommonSettings.BATCH, 4)
            .with(CavgaSettings.EPOCHS, 3)
            .with(CavgaSettings.FEWEST_STEPS, 3);
    Dataset dataset = Layouts.discovered().openForTraining(data, null, null);
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void checkpointWritten(Path file) {
            control.cancel();
          }

          @Override
          public void point(LossPoint point, TrainingPreview preview) {
            assertEquals(1, point.position());
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
        "--model m.cavga --normal a --method cavga --variant r --size 48 | multiple of 32",
        "--model m.cavga --normal a --method cavga --variant r --levels 3 | 5 levels",
        "--model m.cavga --normal a --encoder-weights w | CAVGA-R: add --method cavga --variant r",
        "--model m.cavga --normal a --method disk | There is no method \"disk\": choose local or",
        "--model m.cavga --normal a --method local,local | named twice",
        "--model m.cavga --normal a --default-map attention | must be detector or density, not",
        "--model m.cavga --dataset a --weak-from-test few | 'few' is neither",
        "--model m.cavga --dataset a --weak-from-test 100% | '100%' is neither",
        "--model m.cavga --dataset a --weak-from-test 1.5 | '1.5' is neither",
        "--model m.cavga --normal a --method cavga --size 17 | multiple of",
        "--model m.cavga --normal a --method cavga --epochs 0 | Epochs (epochs) must be 1 to",
        "--model m.cavga --normal a --method cavga --epochs many | many",
        "--model m.cavga --normal a --method cavga --attention-weight -1 | must be 0 or more, not",
        "--model m.cavga --normal a --detector-steps 0 | U-Net's steps (detector_steps) must be 1",
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
