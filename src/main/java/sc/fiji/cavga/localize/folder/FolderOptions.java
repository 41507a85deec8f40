package sc.fiji.cavga.localize.folder;

import java.util.Objects;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.render.OverlayFormat;

/** How a folder is localized and what is written of each picture. Immutable. */
public final class FolderOptions {

  /** Goes on where an earlier run ended, passes over failing files, writes everything. */
  public static final FolderOptions DEFAULT = new FolderOptions(false, false, true, true, true);

  private final boolean overwrite;
  private final boolean stopOnError;
  private final boolean maps;
  private final boolean overlays;
  private final boolean rois;
  private final MapSize mapSize;
  private final OverlayFormat overlayFormat;
  private final OutputOrientation orientation;

  /**
   * With maps at the picture's size, overlays as PNG, and everything as the upright picture.
   *
   * @param overwrite whether everything is done anew; otherwise pictures that an earlier run has
   *     done with the same model and settings are passed over
   * @param stopOnError whether the first failing picture ends the run; it has its row all the same
   * @param maps whether maps are written
   * @param overlays whether overlay pictures are written
   * @param rois whether regions are written as ImageJ selections
   */
  public FolderOptions(
      boolean overwrite, boolean stopOnError, boolean maps, boolean overlays, boolean rois) {
    this(
        overwrite,
        stopOnError,
        maps,
        overlays,
        rois,
        MapSize.PICTURE,
        OverlayFormat.PNG,
        OutputOrientation.UPRIGHT);
  }

  private FolderOptions(
      boolean overwrite,
      boolean stopOnError,
      boolean maps,
      boolean overlays,
      boolean rois,
      MapSize mapSize,
      OverlayFormat overlayFormat,
      OutputOrientation orientation) {
    this.overwrite = overwrite;
    this.stopOnError = stopOnError;
    this.maps = maps;
    this.overlays = overlays;
    this.rois = rois;
    this.mapSize = Objects.requireNonNull(mapSize);
    this.overlayFormat = Objects.requireNonNull(overlayFormat);
    this.orientation = Objects.requireNonNull(orientation);
  }

  /** The same with other kinds of files. */
  public FolderOptions writing(MapSize maps0, OverlayFormat overlays0) {
    return new FolderOptions(
        overwrite, stopOnError, maps, overlays, rois, maps0, overlays0, orientation);
  }

  /** The same with all that has a place in the picture lying otherwise. */
  public FolderOptions lying(OutputOrientation other) {
    return new FolderOptions(
        overwrite, stopOnError, maps, overlays, rois, mapSize, overlayFormat, other);
  }

  public boolean overwrite() {
    return overwrite;
  }

  public boolean stopOnError() {
    return stopOnError;
  }

  public boolean maps() {
    return maps;
  }

  public boolean overlays() {
    return overlays;
  }

  public boolean rois() {
    return rois;
  }

  public MapSize mapSize() {
    return mapSize;
  }

  public OverlayFormat overlayFormat() {
    return overlayFormat;
  }

  public OutputOrientation orientation() {
    return orientation;
  }
}
