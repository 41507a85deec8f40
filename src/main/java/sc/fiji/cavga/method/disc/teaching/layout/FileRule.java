package sc.fiji.cavga.method.disc.teaching.layout;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.cavga.read.PictureReader;

/** What the files are whose paths have a certain form. */
final class FileRule {

  /** What a file is for. */
  enum Role {
    /** A picture that is of use with an outline only. */
    OUTLINED_PICTURE,
    /** The same, with two views of the eye side by side. */
    STEREO_PICTURE,
    /** A picture that is of use without an outline, too. */
    PICTURE,
    /** The same, where the layout's other rules find no picture at all. */
    STRAY_PICTURE,
    DISC,
    CUP,
    /** Outlines in a format that nothing here reads. */
    UNREADABLE;

    boolean isPicture() {
      return this == OUTLINED_PICTURE
          || this == STEREO_PICTURE
          || this == PICTURE
          || this == STRAY_PICTURE;
    }
  }

  /** How an outline's file is read. */
  @FunctionalInterface
  interface Format {
    Outline of(Path file, PictureReader reader);
  }

  final Role role;
  private final Pattern path;
  final Format format;
  final boolean severalExperts;

  private FileRule(Role role, Pattern path, Format format, boolean severalExperts) {
    this.role = role;
    this.path = path;
    this.format = format;
    this.severalExperts = severalExperts;
  }

  /**
   * @param path of the whole path relative to the root in lower case with forward slashes, with the
   *     group {@code name}, which a picture and its outlines share; with {@code at} before it where
   *     they share a folder, too
   */
  static FileRule picture(Role role, String path) {
    return new FileRule(role, Pattern.compile(path), null, false);
  }

  /**
   * @param path as of a picture
   */
  static FileRule outline(Role role, String path, Format format) {
    return new FileRule(role, Pattern.compile(path), format, false);
  }

  /** The same where each of several experts has a file, of which at least half must agree. */
  FileRule ofExperts() {
    return new FileRule(role, path, format, true);
  }

  /** What a picture and its outlines share; empty for a file that is none of this rule's. */
  Optional<String> key(String relativePath) {
    Matcher matcher = path.matcher(relativePath.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) return Optional.empty();
    String at = path.pattern().contains("(?<at>") ? matcher.group("at") : null;
    return Optional.of((at == null ? "" : at) + matcher.group("name"));
  }
}
