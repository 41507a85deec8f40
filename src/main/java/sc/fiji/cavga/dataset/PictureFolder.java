package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.read.PictureReader;

/**
 * The pictures in a folder and its subfolders.
 *
 * <p>Which file is a picture is told by its extension; files and folders whose names begin with a
 * dot are passed over, and what CAVGA itself has written, see {@link OutputMark}; links are
 * followed but never in a circle. The order is that of the paths relative to the folder, with
 * forward slashes, compared letter by letter, on every system the same.
 */
public final class PictureFolder {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "gif", "pgm", "ppm", "jp2",
          "j2k", "dcm", "dic", "dicom");

  private PictureFolder() {}

  /** Whether the file's extension is that of a picture; the file need not exist. */
  public static boolean isPicture(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * All pictures, sorted; empty where there is none.
   *
   * @return from the path relative to the folder, with forward slashes, to the file
   * @throws IOException with one sentence when the folder is missing or cannot be read
   */
  public static Map<String, Path> files(Path folder) throws IOException {
    return look(folder, PictureFolder::isPicture, true).found;
  }

  /**
   * How many pictures are not among {@link #files(Path)}, as CAVGA itself has written them; errors
   * as there.
   */
  public static int results(Path folder) throws IOException {
    return look(folder, PictureFolder::isPicture, true).results;
  }

  /**
   * The same of other files, such as masks; of what CAVGA has written, folders of results alone are
   * passed over.
   *
   * @param wanted whether a file is one of them, judged by its name
   */
  public static Map<String, Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    return look(folder, wanted, false).found;
  }

  private static Visitor look(Path folder, Predicate<Path> wanted, boolean photographs)
      throws IOException {
    if (!Files.exists(folder))
      throw new IOException("The folder " + folder + " does not exist; check the path.");
    if (!Files.isDirectory(folder))
      throw new IOException(folder + " is a file, but a folder of pictures is needed.");
    Visitor visitor = new Visitor(folder, wanted, photographs);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 64, visitor);
    return visitor;
  }

  /** What to say of a folder without pictures. */
  public static IOException empty(Path folder) throws IOException {
    int results = results(folder);
    return new IOException(
        "The folder "
            + folder
            + " holds no pictures"
            + (results == 0 ? "" : " but " + results + " that CAVGA has written")
            + "; put JPEG, PNG, TIFF, BMP or DICOM files with their usual extensions there.");
  }

  /**
   * The folder's pictures as samples without masks, such as a folder of healthy eyes to train on.
   *
   * @throws IOException with one sentence when the folder is missing, cannot be read or holds no
   *     picture
   */
  public static List<Sample> samples(Path folder, boolean anomalous, PictureReader reader)
      throws IOException {
    Map<String, Path> files = files(folder);
    if (files.isEmpty()) throw empty(folder);
    return files.entrySet().stream()
        .map(e -> new FileSample(e.getKey(), e.getValue(), anomalous, null, reader))
        .collect(Collectors.toList());
  }

  /** A path as a name that is the same on every system. */
  static String relativeName(Path root, Path file) {
    Path relative = root.relativize(file);
    StringBuilder name = new StringBuilder();
    for (Path part : relative) name.append(name.length() == 0 ? "" : "/").append(part);
    return name.toString();
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Predicate<Path> wanted;
    private final boolean photographs;
    private final Map<String, Path> found = new TreeMap<>();
    private int results;

    /** The folder of results that is being passed over; null outside one. */
    private Path within;

    /**
     * @param photographs whether single files of results are passed over too
     */
    Visitor(Path root, Predicate<Path> wanted, boolean photographs) {
      this.root = root;
      this.wanted = wanted;
      this.photographs = photographs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && hidden(folder)) return FileVisitResult.SKIP_SUBTREE;
      if (within == null && OutputMark.isOnFolder(folder)) within = folder;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
      if (folder.equals(within)) within = null;
      return super.postVisitDirectory(folder, problem);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // A broken link is kept: reading it says so, where passing it over would hide it.
      if (attributes.isDirectory() || hidden(file) || !wanted.test(file))
        return FileVisitResult.CONTINUE;
      if (within != null || photographs && OutputMark.isOnFile(file)) results++;
      else found.put(relativeName(root, file), file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof FileSystemLoopException || hidden(file))
        return FileVisitResult.CONTINUE;
      throw new IOException(
          file + " cannot be read; check its permissions or move it elsewhere.", problem);
    }

    private static boolean hidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
  }
}
