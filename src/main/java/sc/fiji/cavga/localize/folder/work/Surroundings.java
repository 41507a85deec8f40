package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.read.PictureReader;

/** What all tasks of a run share: where pictures come from and where results go. Immutable. */
public final class Surroundings {

  final PictureReader reader;
  private final OutputFolder folder;
  final boolean stopOnError;
  final BooleanSupplier cancelled;

  /**
   * @param stopOnError whether nothing is begun before the last picture is known to have succeeded
   * @param cancelled asked by all threads, between the stages of each picture
   */
  public Surroundings(
      PictureReader reader, OutputFolder folder, boolean stopOnError, BooleanSupplier cancelled) {
    this.reader = reader;
    this.folder = folder;
    this.stopOnError = stopOnError;
    this.cancelled = cancelled;
  }

  List<String> write(PictureWork.Outcome outcome, PictureSource source) throws UnwritableException {
    try {
      folder.requirePresent();
      return outcome.write(folder, source.outputName());
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }
}
