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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import sc.fiji.cavga.dataset.mask.MaskFiles;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.FileKind;

/**
 * The pictures in a folder and its subfolders.
 *
 * <p>Which file is a picture is told by its extension, and by its first bytes where the extension
 * is none of a picture's, as in what archives of hospitals export. Only regular files count. Files
 * and folders whose names begin with a dot are left out, and what CAVGA itself has written, see
 * {@link OutputMark}, and masks of other pictures, see {@link MaskFiles}; links are followed but
 * never in a circle. The order is that of the paths relative to the folder, with forward slashes,
 * compared letter by letter, on every system the same.
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
    return contents(folder, null).files();
  }

  /**
   * The same, with what was passed over.
   *
   * @param except a folder within that is not looked into; null for none
   */
  public static FolderContents contents(Path folder, Path except) throws IOException {
    return contents(folder, except, PictureFolder::isTaken, true);
  }

  /**
   * The same of other files, such as masks; of what CAVGA has written, folders of results alone are
   * passed over.
   *
   * @param wanted whether a file is one of them, judged by its name
   */
  public static Map<String, Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    return contents(folder, null, wanted, false).files();
  }

  private static FolderContents contents(
      Path folder, Path except, Predicate<Path> wanted, boolean photographs) throws IOException {
    if (!Files.exists(folder))
      throw new IOException("The folder " + folder + " does not exist; check the path.");
    if (!Files.isDirectory(folder))
      throw new IOException(folder + " is a file, but a folder of pictures is needed.");
    FolderContents contents =
        new FolderContents(photographs ? MaskFiles::among : files -> Set.of());
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        64,
        new Visitor(folder, except, wanted, photographs, contents));
    return contents;
  }

  /**
   * Whether a file of a folder tree is a photograph: by its extension, or by its first bytes where
   * that says nothing against it.
   */
  public static boolean isTaken(Path file) {
    return isPicture(file) || isTaken(file, FileBytes.ofReadable(file));
  }

  /** The same of a file without a picture's extension that lies elsewhere. */
  public static boolean isTaken(Path file, FileBytes bytes) {
    switch (FileKind.of(bytes)) {
      case JPEG:
      case PNG:
      case DICOM:
        return true;
      case TIFF:
      case BMP:
      case GIF:
        // Raw files of cameras are TIFF too; their first page is a thumbnail.
        return file.getFileName().toString().matches("[^.]+|.*\\.\\d+");
      default:
        return false;
    }
  }

  /** Says that a folder holds no pictures, and what it holds instead. */
  public static String noPictures(Path folder, FolderContents contents) {
    int results = contents.results();
    return ("The folder "
            + folder
            + " holds no pictures"
            + (results == 0 ? "" : " but " + results + " that CAVGA has written")
            + "; put JPEG, PNG, TIFF, BMP or DICOM files there. "
            + contents.passedOver())
        .trim();
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
    private final Path except;
    private final Predicate<Path> wanted;
    private final boolean photographs;
    private final FolderContents found;

    /** The folder of results that is being passed over; null outside one. */
    private Path within;

    /**
     * @param photographs whether single files of results are passed over too
     */
    Visitor(
        Path root, Path except, Predicate<Path> wanted, boolean photographs, FolderContents found) {
      this.except = except;
      this.found = found;
      this.root = root;
      this.wanted = wanted;
      this.photographs = photographs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(except) || !folder.equals(root) && hidden(folder))
        return FileVisitResult.SKIP_SUBTREE;
      if (within == null && OutputMark.isOnFolder(folder)) within = folder;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory() || hidden(file)) return FileVisitResult.CONTINUE;
      // Reading a pipe may never end.
      if (attributes.isOther()) found.passOverPipe();
      // A broken link is kept: reading it says so, where passing it over would hide it.
      else if (within != null) {
        if (isPicture(file) && wanted.test(file)) found.passOverResult();
      } else if (!wanted.test(file)) found.passOver(FileKind.of(FileBytes.ofReadable(file)));
      else if (photographs && OutputMark.isOnFile(file)) found.passOverResult();
      else found.add(relativeName(root, file), file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof FileSystemLoopException || hidden(file))
        return FileVisitResult.CONTINUE;
      if (file.equals(root))
        throw new IOException(
            file + " cannot be read; check its permissions or move it elsewhere.", problem);
      found.passOverUnreadable();
      return FileVisitResult.CONTINUE;
    }

    /** A folder that can be read no further: what was found of it stays. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
      if (folder.equals(within)) within = null;
      if (problem != null) return visitFileFailed(folder, problem);
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
  }
}
