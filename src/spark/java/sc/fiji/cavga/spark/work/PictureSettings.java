package sc.fiji.cavga.spark.work;

import com.google.gson.Gson;
import java.io.Serializable;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.render.OverlayFormat;

/** How pictures are looked at and what is written of each; goes to executors and their Javas. */
public final class PictureSettings implements Serializable {

  private static final long serialVersionUID = 1L;

  final String model;
  final MapKind kind;
  final double smallestRegion;
  final boolean judgeAnyway;
  final Laterality side;
  final boolean maps;
  final boolean overlays;
  final boolean rois;
  final MapSize mapSize;
  final OverlayFormat overlayFormat;
  final OutputOrientation orientation;

  /** Of Java's heap, as {@code -Xmx} takes it. */
  final String memory;

  /** How long one file may take. */
  final double seconds;

  /**
   * @param model name of the model, or of its file without folders
   * @param smallestRegion in pixels of the network's size
   * @param side of all pictures, unknown where files say it
   * @param options which of maps, overlays and selections are written, and how
   * @param memory of Java's heap for one picture, as {@code -Xmx} takes it
   * @param seconds that one file may take
   */
  public PictureSettings(
      String model,
      MapKind kind,
      double smallestRegion,
      boolean judgeAnyway,
      Laterality side,
      FolderOptions options,
      String memory,
      double seconds) {
    this.model = model;
    this.kind = kind;
    this.smallestRegion = smallestRegion;
    this.judgeAnyway = judgeAnyway;
    this.side = side;
    this.maps = options.maps();
    this.overlays = options.overlays();
    this.rois = options.rois();
    this.mapSize = options.mapSize();
    this.overlayFormat = options.overlayFormat();
    this.orientation = options.orientation();
    this.memory = memory;
    this.seconds = seconds;
  }

  /** The model's name. */
  public String model() {
    return model;
  }

  static PictureSettings of(String json) {
    return new Gson().fromJson(json, PictureSettings.class);
  }

  /** What {@link #of} takes. */
  String json() {
    return new Gson().toJson(this);
  }

  FolderOptions options() {
    return new FolderOptions(false, false, maps, overlays, rois)
        .writing(mapSize, overlayFormat)
        .lying(orientation);
  }
}
