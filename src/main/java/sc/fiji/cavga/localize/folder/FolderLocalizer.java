package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.read.PictureReader;

/**
 * Localizes a picture file, a stack's slices or all pictures of a folder tree into a folder, as
 * {@link FolderWorker} says:
 *
 * <ul>
 *   <li>{@code results.csv}: a row for each picture, also for those that failed
 *   <li>{@code regions.csv}: a row for each region, in the picture's pixels
 *   <li>{@code KIND.csv}: rows of further tables, where a method has some
 *   <li>{@code maps/NAME.tif}: the calibrated map, 32-bit, 1.0 is the threshold, NaN outside the
 *       field of view
 *   <li>{@code overlays/NAME.png}: the picture with map, outlines and colour bar
 *   <li>{@code rois/NAME.zip}: regions and outlines as ImageJ selections, where there are any
 *   <li>{@code KIND/NAME.png}: label images of this kind, where a method makes some
 * </ul>
 *
 * <p>As its {@link Localizer} it belongs to one thread.
 */
public final class FolderLocalizer {

  private final FolderWorker worker;

  /**
   * @param localizer stays the caller's to close
   */
  public FolderLocalizer(Localizer localizer, PictureReader reader, FolderOptions options) {
    worker = new FolderWorker(new LocalizingWork(localizer, options), reader, options);
  }

  /** As {@link FolderWorker#run}. */
  public FolderSummary run(
      Path input, Path output, FolderListener listener, BooleanSupplier cancelled)
      throws IOException {
    return worker.run(input, output, listener, cancelled);
  }
}
