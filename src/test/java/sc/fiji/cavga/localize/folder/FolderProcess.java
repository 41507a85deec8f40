package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;

/** A folder run in a process of its own. */
final class FolderProcess {

  private FolderProcess() {}

  /** Ten times on the way, in kilobytes: what is in use of Java's heap, and what is held. */
  private static void note(FolderProgress progress) {
    if (progress.files() % Math.max(1, progress.total() / 10) != 0) return;
    System.gc();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(
        progress.files()
            + " pictures "
            + (heap >> 10)
            + " "
            + (NativeMemory.residentBytes() >> 10));
  }

  public static void main(String[] arguments) {
    try (Localizer localizer =
        new Localizer(TinyModel.create(FieldOfViewMode.WHOLE_PICTURE), MapKind.RECONSTRUCTION)) {
      FolderSummary summary =
          new FolderLocalizer(localizer, PictureReader.standard(), FolderOptions.DEFAULT)
              .run(Path.of(arguments[0]), Path.of(arguments[1]), FolderProcess::note, () -> false);
      System.out.println(summary.done() + " done, " + summary.failed() + " failed");
    } catch (IOException e) {
      System.out.println("It said: " + e.getMessage());
      System.exit(3);
    }
  }
}
