package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.picture.DicomFile;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.TiffFile;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.PictureFile;

/** Files of many pages, of which one is in memory at a time. */
class ManyPagesTest extends FolderRuns {

  private static final int PAGES = 10;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(folder.resolve("in"));
  }

  private Path tiff(int width, int height, int type) throws IOException {
    BufferedImage[] pages = new BufferedImage[PAGES];
    Arrays.setAll(pages, page -> new BufferedImage(width, height, type));
    for (int page = 0; page < PAGES; page++)
      for (int band = 0; band < pages[page].getRaster().getNumBands(); band++)
        pages[page].getRaster().setSample(page, 0, band, 200);
    return TiffFile.pages(folder.resolve("in/visits.tif"), pages);
  }

  private Path dicom() throws IOException {
    byte[] pixels = new byte[2 * PAGES * 30 * 20];
    for (int i = 1; i < pixels.length; i += 2) pixels[i] = (byte) (i / 1200);
    DicomFile file =
        new DicomFile("1.2.840.10008.1.2.1")
            .picture("MONOCHROME2", 1, 30, 20, 16, 16)
            .text(0x00280008, "IS", String.valueOf(PAGES))
            .pixels("OW", pixels);
    return Files.write(folder.resolve("in/visits.dcm"), file.toByteArray());
  }

  /** Remembers weakly what it has read, and counts what is left of it before it reads on. */
  private static final class Watched implements ImageReader {

    private final List<WeakReference<Picture>> pictures = new ArrayList<>();
    private int most;

    @Override
    public boolean accepts(Path file) {
      return true;
    }

    @Override
    public List<Picture> read(Path file) {
      throw new AssertionError("All pages of " + file + " were asked for at once.");
    }

    @Override
    public PictureFile open(Path file) throws IOException {
      PictureFile opened = READER.open(file);
      return new PictureFile() {
        @Override
        public int count() {
          return opened.count();
        }

        @Override
        public Picture picture(int index) throws IOException {
          Picture picture = opened.picture(index);
          System.gc();
          pictures.add(new WeakReference<>(picture));
          most =
              Math.max(
                  most,
                  (int) pictures.stream().filter(each -> each.get() != null).distinct().count());
          return picture;
        }

        @Override
        public void close() {
          opened.close();
        }
      };
    }
  }

  private static List<String> images(String file) {
    return IntStream.rangeClosed(1, PAGES)
        .mapToObj(page -> file + "#" + page)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"visits.tif", "visits.dcm"})
  void onlyOnePageIsInMemory(String name) throws IOException {
    if (name.endsWith("tif")) tiff(30, 20, BufferedImage.TYPE_USHORT_GRAY);
    else dicom();
    Watched watched = new Watched();
    new FolderLocalizer(localizer, new PictureReader(List.of(watched)), TABLES)
        .run(folder.resolve("in"), folder.resolve("out"), progress -> {}, () -> false);
    assertEquals(images(name), column("results.csv", "image"));
    assertTrue(watched.pictures.size() >= PAGES, watched.pictures.toString());
    assertEquals(1, watched.most);
  }

  private void localizeWithin96Megabytes(int pictures) throws Exception {
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
            FolderProcess.class,
            folder.resolve("in").toString(),
            folder.resolve("out").toString());
    child.run();
    assertTrue(child.printed().contains(pictures + " done, 0 failed"), child.printed());
  }

  /** Ten pages of 18 MB each. */
  @Test
  void manyLargePagesFitIntoASmallHeap() throws Exception {
    tiff(3000, 2000, BufferedImage.TYPE_3BYTE_BGR);
    localizeWithin96Megabytes(PAGES);
    assertEquals(images("visits.tif"), column("results.csv", "image"));
  }

  /** Of 48 MB. */
  @Test
  void aLargeDicomFileTakesItsPixelsOnce() throws Exception {
    byte[] pixels = new byte[3 * 4000 * 4000];
    pixels[0] = 100;
    DicomFile file =
        new DicomFile("1.2.840.10008.1.2.1")
            .picture("RGB", 3, 4000, 4000, 8, 8)
            .pixels("OB", pixels);
    Files.write(folder.resolve("in/large.dcm"), file.toByteArray());
    localizeWithin96Megabytes(1);
  }

  @Test
  void aBrokenPageIsARowOfItsOwn() throws IOException {
    TiffFile.damage(tiff(30, 20, BufferedImage.TYPE_BYTE_GRAY), 6);
    FolderSummary summary = run(TABLES);
    assertEquals(PAGES - 1, summary.done());
    assertEquals(1, summary.failed());
    assertEquals(images("visits.tif"), column("results.csv", "image"));
    List<String> expected = new ArrayList<>(Collections.nCopies(PAGES, "ok"));
    expected.set(6, "failed");
    assertEquals(expected, column("results.csv", "status"));
    assertTrue(column("results.csv", "message").get(6).contains("cannot be decoded"));
    FolderSummary again = run(TABLES);
    assertEquals(PAGES - 1, again.skipped());
    assertEquals(1, again.failed());
  }
}
