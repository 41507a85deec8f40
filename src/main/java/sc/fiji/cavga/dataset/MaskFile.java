package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.mask.MaskCheck;
import sc.fiji.cavga.dataset.mask.MaskRule;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.FileKind;

/** A mask as a picture of its own, of the same size; by default what is not zero is anomalous. */
public final class MaskFile implements MaskSource {

  private final Path file;
  private final PictureReader reader;
  private final MaskRule rule;

  private volatile List<String> doubts = List.of();

  public MaskFile(Path file, PictureReader reader) {
    this(file, reader, MaskRule.NOT_BLACK);
  }

  private MaskFile(Path file, PictureReader reader, MaskRule rule) {
    this.file = file;
    this.reader = reader;
    this.rule = rule;
  }

  @Override
  public MaskSource by(MaskRule other) {
    return new MaskFile(file, reader, other);
  }

  @Override
  public RandomAccessibleInterval<BitType> read(long width, long height) throws IOException {
    Picture drawn = FileSample.only(file, reader);
    if (drawn.width() != width || drawn.height() != height)
      throw new MaskSizeException(file, drawn.width(), drawn.height(), width, height);
    boolean lossy = FileKind.of(FileBytes.ofReadable(file)) == FileKind.JPEG;
    MaskCheck check = new MaskCheck(drawn, rule, lossy);
    doubts = check.doubts();
    return check.bits();
  }

  @Override
  public List<String> doubts() {
    return doubts;
  }
}
