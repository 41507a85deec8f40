package sc.fiji.cavga.localize.disc;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.localize.folder.output.LabelPng;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.localize.folder.output.RoiArchive;
import sc.fiji.cavga.localize.folder.work.PictureWork;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.render.OverlayFormat;

/**
 * Measures the optic discs of a folder:
 *
 * <ul>
 *   <li>{@code results.csv}: a row of measures for each picture
 *   <li>{@code discs.csv}: twelve clock hours for each disc that was measured
 *   <li>{@code discs/NAME.png}: 0 outside the disc, 128 on the rim, 255 in the cup, in the
 *       picture's own pixels
 *   <li>{@code overlays/NAME.png}: the picture with outlines and clock hours
 *   <li>{@code rois/NAME.zip}: disc and cup as ImageJ selections
 * </ul>
 */
public final class DiscWork implements PictureWork {

  private final DiscMeasurer measurer;
  private final FolderOptions options;

  /**
   * @param measurer stays the caller's to close
   */
  public DiscWork(DiscMeasurer measurer, FolderOptions options) {
    this.measurer = measurer;
    this.options = options;
  }

  /** What came out of a run, for people. */
  public static String sentence(FolderSummary found) {
    int measured = found.done() - found.notJudged();
    return "Measured "
        + (measured == 1 ? "1 optic disc" : measured + " optic discs")
        + "; "
        + found.notJudged()
        + " could not be measured; "
        + found.failed()
        + " failed"
        + found.doneBefore()
        + ".";
  }

  @Override
  public void describe(JsonObject settings) {
    settings.addProperty("model", "optic disc " + measurer.version());
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(MeasuredDisc.columns());
    columns.addAll(known().keySet());
    return columns;
  }

  @Override
  public Map<String, String> known() {
    return FurtherColumns.ofModel(measurer.name(), measurer.version());
  }

  @Override
  public boolean takesEyesApart() {
    return true;
  }

  @Override
  public List<FurtherTable> tables() {
    return List.of(MeasuredDisc.HOURS);
  }

  @Override
  public Outcome examine(Picture picture, BooleanSupplier cancelled) {
    MeasuredDisc disc = measurer.measure(picture, cancelled).lying(options.orientation());
    return new Measured(disc, options, known());
  }

  @Override
  public PictureWork another() throws IOException {
    return new DiscWork(measurer.another(), options);
  }

  @Override
  public void close() {
    measurer.close();
  }

  private static final class Measured implements Outcome {

    private final MeasuredDisc disc;
    private final FolderOptions options;
    private final Map<String, String> model;

    Measured(MeasuredDisc disc, FolderOptions options, Map<String, String> model) {
      this.model = model;
      this.disc = disc;
      this.options = options;
    }

    @Override
    public List<String> write(OutputFolder folder, String name) throws IOException {
      if (options.overlays()) DiscPicture.write(folder.overlay(name, OverlayFormat.PNG), disc);
      String labels = MeasuredDisc.HOURS.name();
      if (!disc.measured()) {
        // What an earlier run has seen is not there any more.
        Files.deleteIfExists(folder.labels(labels, name));
        Files.deleteIfExists(folder.rois(name));
        return List.of();
      }
      LabelPng.write(folder.labels(labels, name), disc.labels());
      if (!options.rois()) return List.of(labels);
      RoiArchive.write(folder.rois(name), disc.selections());
      return List.of(labels, OutputFolder.ROIS);
    }

    @Override
    public List<String> row(String image, double seconds) {
      List<String> cells = new ArrayList<>();
      disc.row(image)
          .forEach(
              (column, value) ->
                  cells.add(
                      column.equals(MeasuredDisc.SECONDS)
                          ? ResultTables.seconds(seconds)
                          : ResultTables.cell(column, value)));
      cells.addAll(model.values());
      return cells;
    }

    @Override
    public List<List<String>> regions(String image) {
      return List.of();
    }

    @Override
    public Map<String, List<List<String>>> further(String image) {
      return ResultTables.further(image, List.of(disc.hours()));
    }

    @Override
    public boolean anomalous() {
      return false;
    }

    @Override
    public boolean judged() {
      return disc.measured();
    }
  }
}
