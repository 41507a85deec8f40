package sc.fiji.cavga.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import sc.fiji.cavga.read.file.FileKind;

/** What a folder and its subfolders hold: the pictures, and what was passed over, by kind. */
public final class FolderContents {

  private final Map<String, Path> files = new TreeMap<>();
  private final Map<FileKind, Integer> others = new TreeMap<>();
  private int unreadable;
  private int pipes;
  private int results;
  private final List<String> masks = new ArrayList<>();
  private final Function<Map<String, Path>, Set<String>> masksAmong;
  private boolean looked;

  /**
   * @param masksAmong tells which files are masks of others and no photographs; it reads some of
   *     them, so it is asked once, and only where it matters
   */
  FolderContents(Function<Map<String, Path>, Set<String>> masksAmong) {
    this.masksAmong = masksAmong;
  }

  void add(String name, Path file) {
    files.put(name, file);
  }

  void passOver(FileKind kind) {
    others.merge(kind, 1, Integer::sum);
  }

  void passOverResult() {
    results++;
  }

  private void lookForMasks() {
    if (looked) return;
    looked = true;
    Set<String> names = masksAmong.apply(Collections.unmodifiableMap(files));
    files.keySet().removeAll(names);
    masks.addAll(names);
  }

  void passOverUnreadable() {
    unreadable++;
  }

  void passOverPipe() {
    pipes++;
  }

  /** From the path relative to the folder, with forward slashes, to the file; sorted. */
  public Map<String, Path> files() {
    lookForMasks();
    return Collections.unmodifiableMap(files);
  }

  /** How many pictures are not among {@link #files}, as CAVGA itself has written them. */
  public int results() {
    return results;
  }

  /**
   * What else was passed over, and what would read it, in one sentence; empty where nothing was.
   */
  public String passedOver() {
    lookForMasks();
    List<String> parts = new ArrayList<>();
    if (!masks.isEmpty())
      parts.add(
          masks.size()
              + (masks.size() == 1
                  ? " mask of a picture in another folder, "
                  : " masks of pictures in other folders, such as ")
              + masks.get(0));
    if (unreadable > 0) parts.add(unreadable + " that may not be read (check the permissions)");
    if (pipes > 0) parts.add(pipes + " that are no regular files (pipes or devices)");
    others.forEach((kind, count) -> parts.add(counted(kind, count)));
    return parts.isEmpty() ? "" : "Passed over: " + String.join("; ", parts) + ".";
  }

  private static String counted(FileKind kind, int count) {
    String words = kind.words();
    if (count > 1) words = words.replaceFirst("picture|file|document", "$0s");
    boolean plain = kind == FileKind.OTHER || kind.isReadHere();
    return count + " " + words + (plain ? "" : " (" + kind.advice() + ")");
  }
}
