package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingConfig;

class PreviewPictureTest {

  @TempDir Path folder;

  @Test
  void eachEpochHasAPictureOfTheSameHeldOutEyes() throws Exception {
    for (int i = 0; i < 6; i++)
      new FileSaver(new ImagePlus("eye", new FundusPhantom(96, 80).draw(i).colours()))
          .saveAsPng(folder.resolve("eye" + i + ".png").toString());
    Dataset dataset = TrainingFolders.open(folder, null, PictureReader.standard());
    List<ColorProcessor> shown = new ArrayList<>();
    List<ColorProcessor> empty = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void point(LossPoint point, TrainingPreview preview) {
            shown.add(PreviewPicture.of(preview, 2, "after an epoch"));
            empty.add(PreviewPicture.waiting(2, "Training begins."));
          }
        };
    TrainingConfig config =
        TrainingConfig.of("cavga")
            .with(CommonSettings.SIZE, 32)
            .with(CavgaSettings.WIDTH, 4)
            .with(CavgaSettings.EPOCHS, 2)
            .with(CavgaSettings.FEWEST_STEPS, 2);
    new Trainer(config).listener(listener).train(dataset, folder.resolve("m.cavga"));
    assertEquals(2, shown.size());
    assertEquals(empty.get(0).getWidth(), shown.get(0).getWidth());
    assertEquals(empty.get(0).getHeight(), shown.get(0).getHeight());
    // The first column is the picture itself, the second what the network makes of it by then.
    assertEquals(0, changed(shown, 6, 150));
    assertTrue(changed(shown, 156, 300) > 1000);
    assertTrue(changed(List.of(empty.get(0), shown.get(0)), 6, 150) > 1000);
  }

  private static int changed(List<ColorProcessor> two, int fromColumn, int toColumn) {
    int changed = 0;
    for (int y = 0; y < two.get(0).getHeight(); y++)
      for (int x = fromColumn; x < toColumn; x++)
        if (two.get(0).get(x, y) != two.get(1).get(x, y)) changed++;
    return changed;
  }
}
