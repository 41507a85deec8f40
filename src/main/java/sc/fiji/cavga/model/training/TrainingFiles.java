package sc.fiji.cavga.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.ReplaceableFile;

/**
 * Where a training writes: NAME.cavga the model; NAME-last.cavga the last epoch's, where a method
 * keeps the best one; and NAME.checkpoint.cavga, which is removed once these are written.
 */
public final class TrainingFiles {

  private static final String EXTENSION = ".cavga";

  private final Path best;
  private final Path last;
  private final Path checkpoint;

  /**
   * @param target the file for the best model, usually ending with ".cavga"
   */
  public TrainingFiles(Path target) {
    best = target.toAbsolutePath();
    if (best.getFileName() == null)
      throw new IllegalArgumentException(target + " is a folder: give the name of a file.");
    String name = best.getFileName().toString();
    String base =
        name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    last = best.resolveSibling(base + "-last" + EXTENSION);
    checkpoint = best.resolveSibling(base + ".checkpoint" + EXTENSION);
  }

  /** The model of the epoch with the lowest validation loss. */
  public Path best() {
    return best;
  }

  /** The model of the last epoch. */
  public Path last() {
    return last;
  }

  /** What a training that did not come to its end can be resumed from. */
  public Path checkpoint() {
    return checkpoint;
  }

  /**
   * Asked before training: hours later would be too late.
   *
   * @throws IOException with one sentence when the files could not be written
   */
  public void requireWritable() throws IOException {
    if (Files.isDirectory(best))
      throw new IOException(best + " is a folder: give the name of a file.");
    // A name of its own, since nothing that is there may be overwritten by a trial.
    Path trial = best.resolveSibling(".cavga-trial-" + System.nanoTime());
    try {
      AtomicFile.writeText(trial, "");
      Files.deleteIfExists(trial);
    } catch (IOException e) {
      throw new IOException(
          best + " cannot be written: choose a folder that exists and that you may write to.", e);
    }
  }

  /**
   * Asked before training too: nothing is replaced that was not asked for, and never a file that is
   * no model.
   *
   * @param overwrite whether what earlier trainings have written is replaced
   * @param resumed the checkpoint that the training goes on from; null for none
   * @throws IOException with one sentence when something is in the way
   */
  public void requireFree(boolean overwrite, Path resumed) throws IOException {
    boolean own = resumed != null && resumed.toAbsolutePath().equals(checkpoint);
    if (!overwrite && !own && Files.exists(checkpoint))
      throw new IOException(
          checkpoint
              + " is of a training that has not come to its end: resume from it, or overwrite it to"
              + " begin anew.");
    ReplaceableFile.require(best, EXTENSION, overwrite);
    ReplaceableFile.require(last, EXTENSION, overwrite);
  }
}
