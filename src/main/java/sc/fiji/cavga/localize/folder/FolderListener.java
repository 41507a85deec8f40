package sc.fiji.cavga.localize.folder;

/** Watches a folder run. Called from the thread that runs it. */
@FunctionalInterface
public interface FolderListener {

  /** Called at the beginning and after each file. */
  void progressed(FolderProgress progress);
}
