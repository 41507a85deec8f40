package sc.fiji.cavga.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;

class DepthsTest {

  private static final class Deep extends NamedSample {

    private final int most;

    Deep(int most) {
      super("deep" + most, false);
      this.most = most;
    }

    @Override
    public Picture picture() {
      ShortProcessor processor = new ShortProcessor(8, 8);
      processor.set(0, most);
      return ImagePlusPictures.of(new ImagePlus(name(), processor)).get(0);
    }
  }

  private static List<String> warnings(Sample... samples) throws Exception {
    PreparedSamples prepared =
        new PreparedSamples(List.of(samples), MemorySample::prepare, CacheLimit.byDefault());
    List<String> warnings = new ArrayList<>();
    PreparedSamples usable = FirstPass.usable(prepared, 1, new PictureListener() {});
    Depths.mixed(usable).ifPresent(warnings::add);
    return warnings;
  }

  @Test
  void mixedDepthsAreCounted() throws Exception {
    List<String> warnings =
        warnings(new Deep(4000), new Deep(3900), new Deep(1000), new MemorySample("eye", 0.5f));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("255 in 1, 1023 in 1, 4095 in 2"), warnings::toString);
  }

  @Test
  void oneDepthIsNotMentioned() throws Exception {
    assertEquals(List.of(), warnings(new Deep(4000), new Deep(3900)));
  }
}
