package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.render.OverlayFormat;

/** How maps and overlays are written. */
public final class OutputKinds {

  @Option(
      names = "--map-size",
      paramLabel = "SIZE",
      defaultValue = "PICTURE",
      description =
          "picture (maps in the picture's own pixels, rounded to hundredths of the threshold) or"
              + " network (in the network's pixels, exact and small; the file says where they lie in"
              + " the picture); default: picture")
  private MapSize mapSize;

  @Option(
      names = "--overlay-format",
      paramLabel = "FORMAT",
      defaultValue = "PNG",
      description = "png, or jpeg (a tenth of the size); default: png")
  private OverlayFormat overlayFormat;

  /** The same options with these kinds of files. */
  public FolderOptions chosen(FolderOptions options) {
    return options.writing(mapSize, overlayFormat);
  }
}
