package sc.fiji.cavga.localize.folder;

/** How a folder is localized and what is written of each picture. Immutable. */
public final class FolderOptions {

  /** Goes on where an earlier run ended, passes over failing files, writes everything. */
  public static final FolderOptions DEFAULT = new FolderOptions(false, false, true, true, true);

  private final boolean overwrite;
  private final boolean stopOnError;
  private final boolean maps;
  private final boolean overlays;
  private final boolean rois;

  /**
   * @param overwrite whether everything is done anew; otherwise pictures that an earlier run has
   *     done with the same model and settings are passed over
   * @param stopOnError whether the first failing picture ends the run; it has its row all the same
   * @param maps whether maps are written: 4 bytes for each pixel of each picture
   * @param overlays whether overlay pictures are written
   * @param rois whether regions are written as ImageJ selections
   */
  public FolderOptions(
      boolean overwrite, boolean stopOnError, boolean maps, boolean overlays, boolean rois) {
    this.overwrite = overwrite;
    this.stopOnError = stopOnError;
    this.maps = maps;
    this.overlays = overlays;
    this.rois = rois;
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
}
