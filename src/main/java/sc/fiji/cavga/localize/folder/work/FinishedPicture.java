package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.localize.folder.output.Withdrawal;

/** What a run keeps of a picture that is behind it: rows, without any pixels. Immutable. */
public final class FinishedPicture {

  private final PictureSource source;
  private final boolean succeeded;
  private final boolean anomalous;
  private final boolean judged;
  private final List<String> row;
  private final List<List<String>> regions;
  private final List<String> written;
  private final Map<String, List<List<String>>> further;

  private FinishedPicture(
      PictureSource source,
      boolean succeeded,
      boolean anomalous,
      boolean judged,
      List<String> row,
      List<List<String>> regions,
      List<String> written,
      Map<String, List<List<String>>> further) {
    this.source = source;
    this.succeeded = succeeded;
    this.anomalous = anomalous;
    this.judged = judged;
    this.row = row;
    this.regions = regions;
    this.written = written;
    this.further = further;
  }

  /**
   * @param written the kinds of files that were written, but not for every picture
   */
  static FinishedPicture of(
      PictureSource source, PictureWork.Outcome outcome, List<String> written, double seconds) {
    return new FinishedPicture(
        source,
        true,
        outcome.anomalous(),
        outcome.judged(),
        outcome.row(source.image(), seconds),
        outcome.regions(source.image()),
        written,
        outcome.further(source.image()));
  }

  /** One that could not be looked at, with the reason in its row. */
  static FinishedPicture failed(
      PictureSource source, PictureWork work, Throwable problem, double seconds) {
    List<String> row =
        ResultTables.failed(
            work.columns(), work.known(), source.image(), FailureMessage.of(problem), seconds);
    return new FinishedPicture(source, false, false, false, row, List.of(), List.of(), Map.of());
  }

  /** A file that is not even read, with the reason in its row. */
  public static FinishedPicture failed(PictureWork work, String image, Throwable problem) {
    return failed(new PictureSource(image, FileState.UNKNOWN, image, 0, 1, ""), work, problem, 0);
  }

  /** False where its row says why it failed. */
  public boolean succeeded() {
    return succeeded;
  }

  public boolean anomalous() {
    return anomalous;
  }

  /** False where nothing can be said of it. */
  public boolean judged() {
    return judged;
  }

  /** Its row in {@code results.csv}, with a cell for each column. */
  public List<String> row() {
    return row;
  }

  /** Its rows in {@code regions.csv}. */
  public List<List<String>> regions() {
    return regions;
  }

  /** Its rows in further tables, by table. */
  public Map<String, List<List<String>>> further() {
    return further;
  }

  /** What its files are called, without folder and extension. */
  public String outputName() {
    return source.outputName();
  }

  /**
   * Notes it. Of one that failed the files of earlier runs go.
   *
   * @throws IOException with one sentence when the results cannot be written any more
   */
  public void note(Journal journal, OutputFolder folder, Withdrawal withdrawal) throws IOException {
    if (!succeeded) {
      folder.requirePresent();
      withdrawal.files(source.replaced(journal));
    }
    journal.add(source.entry(succeeded, regions.size(), written, row), regions, further);
  }
}
