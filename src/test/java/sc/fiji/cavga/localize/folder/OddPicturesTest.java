package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Pictures of odd sizes and kinds: each is localized, or its row says why not. */
class OddPicturesTest extends FolderRuns {

  private static final int KILOBYTE = 1 << 10;

  /** From the name to the row's message: why it failed, or what was assumed when it was read. */
  private Map<String, String> messages() throws IOException {
    FolderSummary summary = run(FolderOptions.DEFAULT);
    Map<String, String> messages = new TreeMap<>();
    for (CSVRecord row : table("results.csv")) {
      String message = row.get("message");
      messages.put(row.get("image"), message);
      boolean localized = row.get("status").equals("ok");
      if (localized) assertTrue(Double.isFinite(Double.parseDouble(row.get("score"))));
      assertTrue(localized || !message.isEmpty(), row.toString());
      assertTrue(message.isEmpty() || message.endsWith("."), message);
      assertFalse(message.contains("not foreseen"), message);
    }
    assertEquals(messages.size(), summary.done() + summary.failed());
    return messages;
  }

  private Path in(String name) throws IOException {
    return Files.createDirectories(folder.resolve("in")).resolve(name);
  }

  @Test
  void sizes() throws IOException {
    OddPictures.grey(in("dot.png"), 1, 1);
    OddPictures.grey(in("tall.png"), 1, 20_000);
    OddPictures.grey(in("wide.tif"), 20_000, 1);
    OddPictures.zeros(in("huge.png"), 20_000, 20_000);
    OddPictures.zeros(in("absurd.png"), 2_000_000_000, 2_000_000_000);
    Map<String, String> messages = messages();
    assertEquals("", messages.get("dot.png"));
    assertTrue(messages.get("tall.png").contains("only a thin strip"), messages::toString);
    assertTrue(messages.get("wide.tif").contains("only a thin strip"), messages::toString);
    assertTrue(messages.get("absurd.png").contains("2000000000 x 2000000000"), messages::toString);
    if (Runtime.getRuntime().maxMemory() < 3L << 30)
      assertTrue(messages.get("huge.png").contains("MB are free"), messages::toString);
  }

  @Test
  void kinds() throws IOException {
    ShortProcessor deep = new ShortProcessor(50, 40);
    for (int i = 0; i < 2000; i++) deep.set(i, 30 * i);
    new FileSaver(new ImagePlus("", deep)).saveAsTiff(in("16-bit.tif").toString());
    FloatProcessor floats = new FloatProcessor(50, 40);
    for (int i = 0; i < 2000; i++) floats.setf(i, i % 500 / 500f);
    for (int i = 0; i < 30; i++) floats.setf(i, i % 3 == 0 ? Float.NaN : Float.POSITIVE_INFINITY);
    new FileSaver(new ImagePlus("", floats)).saveAsTiff(in("float.tif").toString());
    Arrays.fill((float[]) floats.getPixels(), Float.NaN);
    new FileSaver(new ImagePlus("", floats)).saveAsTiff(in("nan.tif").toString());
    OddPictures.printColours(in("cmyk.jpg"));
    OddPictures.animation(in("moving.gif"), 3);
    OddPictures.image(in("alpha.png"), BufferedImage.TYPE_INT_ARGB);
    ImageStack stack = new ImageStack(30, 30);
    for (int i = 0; i < 12; i++) stack.addSlice(new ShortProcessor(30, 30));
    ImagePlus hyperstack = new ImagePlus("", stack);
    hyperstack.setDimensions(2, 3, 2);
    hyperstack.setOpenAsHyperStack(true);
    new FileSaver(hyperstack).saveAsTiffStack(in("hyperstack.tif").toString());
    Files.write(in("no-slice.tif"), new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
    Map<String, String> messages = messages();
    for (String good : new String[] {"16-bit.tif", "float.tif", "moving.gif"})
      assertEquals("", messages.get(good), good);
    assertEquals("Its transparent parts count as black.", messages.get("alpha.png"));
    assertEquals(12, messages.keySet().stream().filter(n -> n.startsWith("hyperstack")).count());
    assertTrue(messages.get("nan.tif").contains("finite numbers"), messages::toString);
    assertTrue(messages.get("cmyk.jpg").contains("CMYK"), messages::toString);
    assertFalse(messages.get("no-slice.tif").isEmpty());
  }

  @Test
  void cutAtEveryKilobyte() throws IOException {
    for (String extension : new String[] {"jpg", "tif"}) {
      Path whole = folder.resolve("whole." + extension);
      OddPictures.noise(whole, 160, 120);
      byte[] bytes = Files.readAllBytes(whole);
      assertTrue(bytes.length > 10 * KILOBYTE, "too small a file to be cut");
      for (int length = 0; length < bytes.length; length += KILOBYTE)
        Files.write(
            in(String.format("%03d.%s", length / KILOBYTE, extension)),
            Arrays.copyOf(bytes, length));
    }
    for (Map.Entry<String, String> cut : messages().entrySet())
      assertFalse(cut.getValue().isEmpty(), cut.getKey() + " was localized");
  }
}
