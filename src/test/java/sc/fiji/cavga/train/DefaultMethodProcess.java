package sc.fiji.cavga.train;

import java.nio.file.Path;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/**
 * Trains and then localizes, in a process of its own. Its arguments are the model's file and the
 * pictures' size; behind them names of methods, where it shall not be the default one.
 */
final class DefaultMethodProcess {

  private DefaultMethodProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    TrainingConfig config =
        arguments.length > 2 ? TrainingConfig.of(arguments[2]) : TrainingConfig.standard();
    config =
        config
            .with(CommonSettings.SIZE, Integer.parseInt(arguments[1]))
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE);
    // CAVGA's own settings are left alone, since naming them would load them.
    if (config.settings().has(LocalSettings.STEPS)) config = config.with(LocalSettings.STEPS, 3);
    else config = config.withText(config.settings().find("epochs").orElseThrow(), "1");
    new Trainer(config).train(TinyTraining.pictures(), file);
    try (Localizer localizer = new Localizer(ModelFile.read(file), MapKind.DEFAULT)) {
      System.out.println(
          "Score: " + localizer.localize(DrawnSample.normals(1).get(0).picture()).score());
    }
  }
}
