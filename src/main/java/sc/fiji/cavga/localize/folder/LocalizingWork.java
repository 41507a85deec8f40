package sc.fiji.cavga.localize.folder;

import com.google.gson.JsonObject;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.OverlayPicture;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.localize.folder.output.LabelPng;
import sc.fiji.cavga.localize.folder.output.MapTiff;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.localize.folder.output.RoiArchive;
import sc.fiji.cavga.localize.folder.work.PictureWork;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.render.OverlayFormat;

/** Localizes pictures, and writes maps, overlays, selections and label images. */
final class LocalizingWork implements PictureWork {

  private final Localizer localizer;
  private final FolderOptions options;
  private final Map<String, String> model;

  LocalizingWork(Localizer localizer, FolderOptions options) {
    this.localizer = localizer;
    this.options = options;
    this.model = FurtherColumns.ofModel(localizer.model());
  }

  @Override
  public void describe(JsonObject settings) {
    settings.addProperty("model", ModelFingerprint.of(localizer.model()));
    settings.addProperty("map", localizer.kind().label());
    settings.addProperty("smallest_region", localizer.smallestRegion());
    settings.addProperty("judge_anyway", localizer.judgesAnyway());
    if (localizer.engine() != Predictor.OWN)
      settings.addProperty("engine", localizer.engine().label());
    settings.addProperty("map_size", options.mapSize().label());
    settings.addProperty("overlay_format", options.overlayFormat().label());
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(ResultTables.RESULTS);
    columns.addAll(FurtherColumns.names(localizer));
    columns.addAll(model.keySet());
    return columns;
  }

  @Override
  public Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>(model);
    known.put(
        "threshold",
        ResultTables.threshold(localizer.model().calibration(localizer.kind()).scoreThreshold()));
    return known;
  }

  @Override
  public boolean takesEyesApart() {
    return localizer.model().preprocessing().fieldOfView() == FieldOfViewMode.RETINA;
  }

  @Override
  public List<FurtherTable> tables() {
    List<FurtherTable> tables = new ArrayList<>(List.of(ResultTables.REGIONS));
    tables.addAll(localizer.tables());
    return tables;
  }

  @Override
  public Outcome examine(Picture picture, BooleanSupplier cancelled) {
    Localization found = localizer.localize(picture, cancelled).lying(options.orientation());
    return new Localized(found.turn().of(picture), found, options, model, cancelled);
  }

  @Override
  public PictureWork another() throws IOException {
    return new LocalizingWork(localizer.another(), options);
  }

  @Override
  public void close() {
    localizer.close();
  }

  private static final class Localized implements Outcome {

    private final Picture picture;
    private final Localization localization;
    private final FolderOptions options;
    private final Map<String, String> model;
    private final BooleanSupplier cancelled;

    Localized(
        Picture picture,
        Localization localization,
        FolderOptions options,
        Map<String, String> model,
        BooleanSupplier cancelled) {
      this.model = model;
      this.cancelled = cancelled;
      this.picture = picture;
      this.localization = localization;
      this.options = options;
    }

    @Override
    public List<String> write(OutputFolder folder, String name) throws IOException {
      if (options.maps())
        MapTiff.write(folder.map(name), localization, options.mapSize(), cancelled);
      OverlayFormat format = options.overlayFormat();
      if (options.overlays())
        OverlayPicture.write(folder.overlay(name, format), picture, localization, format);
      List<String> kinds = new ArrayList<>();
      for (LabelImage labels : localization.labels()) {
        LabelPng.write(folder.labels(labels.name(), name), labels);
        kinds.add(labels.name());
      }
      if (!options.rois()) return kinds;
      List<Roi> selections = Selections.of(localization);
      // ImageJ takes an archive without selections for a damaged one.
      if (selections.isEmpty()) Files.deleteIfExists(folder.rois(name));
      else {
        RoiArchive.write(folder.rois(name), selections);
        kinds.add(OutputFolder.ROIS);
      }
      return kinds;
    }

    @Override
    public List<String> row(String image, double seconds) {
      return ResultTables.done(image, localization, model, seconds);
    }

    @Override
    public List<List<String>> regions(String image) {
      return ResultTables.regions(image, localization.regions());
    }

    @Override
    public Map<String, List<List<String>>> further(String image) {
      return ResultTables.further(image, localization.prediction().tables());
    }

    @Override
    public boolean anomalous() {
      return localization.anomalous();
    }

    @Override
    public boolean judged() {
      return localization.judged();
    }
  }
}
