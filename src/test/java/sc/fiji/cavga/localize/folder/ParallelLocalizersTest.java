package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Four threads with a localizer each, beside each other and one after the other. */
class ParallelLocalizersTest {

  private static final int THREADS = 4;
  private static final int PICTURES = 12;

  @Test
  void theyGiveTheSameBits() throws Exception {
    TrainedModel model = TinyModel.create(FieldOfViewMode.WHOLE_PICTURE);
    List<List<float[]>> alone = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) alone.add(maps(model, i));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<float[]>>> together = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        together.add(threads.submit(() -> maps(model, first)));
      }
      for (int i = 0; i < THREADS; i++)
        for (int p = 0; p < PICTURES; p++)
          assertArrayEquals(alone.get(i).get(p), together.get(i).get().get(p));
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<float[]> maps(TrainedModel model, int first) throws IOException {
    List<float[]> maps = new ArrayList<>();
    try (Localizer localizer = new Localizer(model, MapKind.RECONSTRUCTION)) {
      for (int i = 0; i < PICTURES; i++) {
        Picture picture =
            TinyModel.picture("", 60, 50, TinyModel.rectangle(5 * first, 3 * i, 10, 8));
        Img<FloatType> map = localizer.localize(picture).map();
        float[] values = new float[(int) map.size()];
        int at = 0;
        for (FloatType value : map) values[at++] = value.get();
        maps.add(values);
      }
    }
    return maps;
  }
}
