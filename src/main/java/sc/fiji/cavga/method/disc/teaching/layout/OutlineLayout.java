package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.method.disc.teaching.layout.FileRule.Role;
import sc.fiji.cavga.read.PictureReader;

/** A way in which pictures and outlines of their discs and cups lie on disk. Immutable. */
public final class OutlineLayout {

  private final String name;
  private final String expectedTree;
  private final List<FileRule> rules;

  /**
   * @param expectedTree for messages and help, one line per entry
   * @param rules of outlines for the same thing the first one that finds something for a picture
   *     counts; of those for pictures the first one that a file fits
   */
  OutlineLayout(String name, String expectedTree, FileRule... rules) {
    this.name = name;
    this.expectedTree = expectedTree;
    this.rules = List.of(rules);
  }

  /** What the command line calls it, such as "refuge". */
  public String name() {
    return name;
  }

  /** The folder tree that is expected, for messages and help, one line per entry. */
  public String expectedTree() {
    return expectedTree;
  }

  /**
   * The pictures and text files in which pictures and outlines may be, by their paths relative to
   * the folder.
   *
   * @throws IOException with one sentence when the folder is missing or cannot be read
   */
  static Map<String, Path> files(Path root) throws IOException {
    return PictureFolder.files(
        root,
        file -> {
          String lower = file.getFileName().toString().toLowerCase(Locale.ROOT);
          return PictureFolder.isPicture(file) || lower.endsWith(".txt") || lower.endsWith(".mat");
        });
  }

  /** Whether some of these files are outlines as this layout has them. */
  boolean hasOutlines(Set<String> relativePaths) {
    return relativePaths.stream().anyMatch(this::isOutline);
  }

  /** Whether some of these files are outlines of others that are pictures. */
  boolean hasOutlinedPictures(Set<String> relativePaths) {
    Set<String> pictures = new HashSet<>();
    for (String path : relativePaths)
      if (!isOutline(path))
        pictureRule(path, true).flatMap(rule -> rule.key(path)).ifPresent(pictures::add);
    return relativePaths.stream()
        .anyMatch(
            path ->
                rules.stream()
                    .filter(rule -> !rule.role.isPicture())
                    .anyMatch(rule -> rule.key(path).filter(pictures::contains).isPresent()));
  }

  private boolean isOutline(String relativePath) {
    return rules.stream()
        .anyMatch(rule -> !rule.role.isPicture() && rule.key(relativePath).isPresent());
  }

  /**
   * What a folder holds. No picture and no outline is read yet.
   *
   * @throws LayoutException with one sentence and the expected tree when pictures or outlines are
   *     missing, or two files claim the same place
   */
  public OutlinedPictures open(Path root, PictureReader reader) throws IOException {
    Map<String, Path> files = files(root);
    Map<String, Outline> discs = outlines(Role.DISC, files, reader);
    Map<String, Outline> cups = outlines(Role.CUP, files, reader);
    refuseUnreadable(files, discs, cups);
    Map<String, Map.Entry<String, Path>> pictures = new HashMap<>();
    List<DiscSample> samples = new ArrayList<>();
    int passedOver = 0;
    boolean strays = !anyPicture(files.keySet());
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (!PictureFolder.isPicture(file.getValue()) || isOutline(file.getKey())) continue;
      FileRule rule = pictureRule(file.getKey(), strays).orElse(null);
      String key = rule == null ? null : rule.key(file.getKey()).orElseThrow();
      boolean outlined = discs.containsKey(key) || cups.containsKey(key);
      boolean isNeeded = rule != null && (outlined || isOfUseAlone(rule));
      if (!isNeeded || isCopy(pictures.putIfAbsent(key, file), file)) passedOver++;
      else samples.add(sample(file, rule, discs.get(key), cups.get(key), reader));
    }
    Set<String> outlines = new HashSet<>(discs.keySet());
    outlines.addAll(cups.keySet());
    int outlinesInAll = outlines.size();
    outlines.removeAll(pictures.keySet());
    refuseNothing(root, samples, outlinesInAll, outlines.size());
    discs.keySet().retainAll(pictures.keySet());
    cups.keySet().retainAll(pictures.keySet());
    return new OutlinedPictures(
        name, samples, discs.size(), cups.size(), passedOver, outlines.size());
  }

  private static boolean isOfUseAlone(FileRule rule) {
    return rule.role == Role.PICTURE || rule.role == Role.STRAY_PICTURE;
  }

  private boolean anyPicture(Set<String> relativePaths) {
    return relativePaths.stream().anyMatch(path -> pictureRule(path, false).isPresent());
  }

  private Optional<FileRule> pictureRule(String relativePath, boolean strays) {
    return rules.stream()
        .filter(rule -> rule.role.isPicture() && (strays || rule.role != Role.STRAY_PICTURE))
        .filter(rule -> rule.key(relativePath).isPresent())
        .findFirst();
  }

  private static DiscSample sample(
      Map.Entry<String, Path> file,
      FileRule rule,
      Outline disc,
      Outline cup,
      PictureReader reader) {
    DiscSample sample = new OutlinedFile(file.getKey(), file.getValue(), disc, cup, reader);
    return rule.role == Role.STEREO_PICTURE ? new StereoSample(sample) : sample;
  }

  /** By the names that they share with their pictures. */
  private Map<String, Outline> outlines(Role role, Map<String, Path> files, PictureReader reader)
      throws IOException {
    Map<String, Outline> outlines = new HashMap<>();
    for (FileRule rule : rules) {
      if (rule.role != role) continue;
      Map<String, List<Map.Entry<String, Path>>> byKey = new TreeMap<>();
      for (Map.Entry<String, Path> file : files.entrySet())
        rule.key(file.getKey())
            .ifPresent(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(file));
      for (Map.Entry<String, List<Map.Entry<String, Path>>> found : byKey.entrySet())
        if (!outlines.containsKey(found.getKey()))
          outlines.put(found.getKey(), outline(rule, found.getValue(), reader));
    }
    return outlines;
  }

  private Outline outline(FileRule rule, List<Map.Entry<String, Path>> files, PictureReader reader)
      throws IOException {
    List<Outline> experts = new ArrayList<>();
    for (Map.Entry<String, Path> file : files)
      if (experts.isEmpty() || rule.severalExperts || !isCopy(files.get(0), file))
        experts.add(rule.format.of(file.getValue(), reader));
    return experts.size() == 1 ? experts.get(0) : new AgreedOutline(experts);
  }

  /**
   * Sets that come divided in two ways have the same files twice.
   *
   * @param first null where there is none
   * @throws LayoutException when they are for the same eye but differ
   */
  private boolean isCopy(Map.Entry<String, Path> first, Map.Entry<String, Path> second)
      throws IOException {
    if (first == null) return false;
    boolean alike =
        Files.size(first.getValue()) == Files.size(second.getValue())
            && Arrays.equals(
                Files.readAllBytes(first.getValue()), Files.readAllBytes(second.getValue()));
    if (alike) return true;
    throw problem(
        first.getKey()
            + " and "
            + second.getKey()
            + " have one name but differ, so that it cannot be told which outline belongs to which"
            + " picture; rename or remove one, or give their folders one by one.");
  }

  private void refuseUnreadable(
      Map<String, Path> files, Map<String, Outline> discs, Map<String, Outline> cups)
      throws IOException {
    if (!discs.isEmpty() || !cups.isEmpty()) return;
    for (FileRule rule : rules)
      if (rule.role == Role.UNREADABLE)
        for (String file : files.keySet())
          if (rule.key(file).isPresent())
            throw problem(
                file
                    + " is a MATLAB file, which cannot be read here; write the outlines as grey PNG"
                    + " files.");
  }

  private void refuseNothing(Path root, List<DiscSample> samples, int outlines, int unused)
      throws IOException {
    boolean needsOutlines = rules.stream().noneMatch(OutlineLayout::isOfUseAlone);
    if (outlines == 0 && needsOutlines) throw problem("There are no outlines in " + root + ".");
    if (outlines > 0 && outlines == unused)
      throw problem(
          "No outline in " + root + " has the name of a picture there; give both the same name.");
    if (samples.isEmpty()) throw problem("There are no pictures in " + root + ".");
  }

  private LayoutException problem(String sentence) {
    return new LayoutException(sentence, name, expectedTree);
  }
}
