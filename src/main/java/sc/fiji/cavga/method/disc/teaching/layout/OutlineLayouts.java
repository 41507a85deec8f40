package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sc.fiji.cavga.dataset.PictureFolder;

/** Finds the layout that a folder with outlines of discs and cups has. */
public final class OutlineLayouts {

  private static final Pattern MASKS =
      Pattern.compile("(?:.*/)?(?:" + KnownLayouts.MASK_FOLDERS + ")/.*");

  private OutlineLayouts() {}

  /** The layouts' names, in the order in which they are asked. */
  public static List<String> names() {
    return KnownLayouts.all().stream().map(OutlineLayout::name).collect(Collectors.toList());
  }

  /**
   * The layout of this name.
   *
   * @throws IOException with one sentence that lists the names when there is none
   */
  public static OutlineLayout named(String name) throws IOException {
    for (OutlineLayout layout : KnownLayouts.all()) if (layout.name().equals(name)) return layout;
    throw new IOException(
        "There is no layout '" + name + "'; choose one of " + String.join(", ", names()) + ".");
  }

  /**
   * The layout that a folder looks like. A folder of pictures alone has the layout "folder".
   *
   * @throws IOException with one sentence when it looks like none or several; where it looks like
   *     none, the expected trees follow
   */
  public static OutlineLayout of(Path root) throws IOException {
    if (!Files.isDirectory(root))
      throw new IOException("The folder " + root + " does not exist; check the path.");
    Set<String> files = OutlineLayout.files(root).keySet();
    // Names such as masks are common: what fits a picture's name tells more.
    List<OutlineLayout> alike = those(layout -> layout.hasOutlinedPictures(files));
    if (alike.isEmpty()) alike = those(layout -> layout.hasOutlines(files));
    if (alike.size() == 1) return alike.get(0);
    if (alike.size() > 1)
      throw new IOException(
          root
              + " looks like "
              + alike.stream().map(OutlineLayout::name).collect(Collectors.joining(" and like "))
              + "; say which layout it has, or give its parts one by one.");
    Set<String> pictures = new TreeSet<>(files);
    pictures.removeIf(file -> !PictureFolder.isPicture(root.resolve(file)));
    if (!pictures.isEmpty() && pictures.stream().noneMatch(OutlineLayouts::isMask))
      return KnownLayouts.folder();
    throw new IOException(
        root
            + (pictures.isEmpty()
                ? " holds no pictures"
                : " may hold outlines, but in none of the known layouts")
            + "; arrange it like one of these, or give a folder with pictures alone:\n"
            + KnownLayouts.all().stream()
                .map(layout -> "'" + layout.name() + "':\n" + layout.expectedTree())
                .collect(Collectors.joining("\n")));
  }

  private static List<OutlineLayout> those(Predicate<OutlineLayout> wanted) {
    return KnownLayouts.all().stream().filter(wanted).collect(Collectors.toList());
  }

  /** Whether it lies where sets that are not known here have their masks. */
  private static boolean isMask(String relativePath) {
    return MASKS.matcher(relativePath.toLowerCase(Locale.ROOT)).matches();
  }
}
