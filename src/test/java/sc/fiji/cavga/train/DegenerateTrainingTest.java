package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Pictures from which nothing can be learned. */
class DegenerateTrainingTest {

  private static final int SIZE = 20;

  @TempDir Path folder;

  /** All pixels of one value. */
  private static final class FlatSample extends NamedSample {
    private final float value;

    FlatSample(String name, float value) {
      super(name, false);
      this.value = value;
    }

    @Override
    public Picture picture() {
      float[] values = new float[3 * SIZE * SIZE];
      Arrays.fill(values, value);
      return new Picture(name(), ArrayImgs.floats(values, SIZE, SIZE, 3), PixelSize.UNKNOWN);
    }
  }

  private static Dataset flat(int count, float value) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) samples.add(new FlatSample("flat/" + i + ".png", value));
    return new Dataset(samples, List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.5f, 1})
  void flatPicturesGiveAModelWhoseNumbersAreFinite(float value) throws Exception {
    Path target = folder.resolve("m.cavga");
    TrainedModel model = TinyTraining.trainer(TinyTraining.config()).train(flat(12, value), target);
    assertEquals(2, model.parts().size());
    for (MethodPart part : model.parts()) {
      for (List<NamedArray> arrays : part.entries().arrays().values())
        for (NamedArray array : arrays)
          for (float weight : array.values()) assertTrue(Float.isFinite(weight), array.name());
      assertFalse(part.calibrations().isEmpty());
      part.calibrations()
          .forEach(
              (kind, calibration) -> {
                double threshold = calibration.mapThreshold();
                assertTrue(threshold > 0 && Double.isFinite(threshold), kind + " " + threshold);
              });
    }
  }

  @Test
  void blackPhotographsHaveNoRetinaToLearn() {
    TrainingConfig retina =
        TinyTraining.config().with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.RETINA);
    String message = refusal(retina, flat(12, 0));
    assertTrue(message.contains("there are 0 of 12"), message);
  }

  @Test
  void twoPicturesAreTooFew() {
    String message = refusal(TinyTraining.config(), TinyTraining.pictures(2));
    assertTrue(message.contains("at least 4 normal pictures"), message);
  }

  private String refusal(TrainingConfig config, Dataset pictures) {
    Path target = folder.resolve("m.cavga");
    String message =
        assertThrows(IOException.class, () -> TinyTraining.trainer(config).train(pictures, target))
            .getMessage();
    assertFalse(Files.exists(target));
    assertEquals(0, folder.toFile().list().length, "files are left");
    return message;
  }
}
