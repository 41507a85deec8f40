package sc.fiji.cavga.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.colour.ColourSpace;
import sc.fiji.cavga.read.colour.IccProfile;

/**
 * How a file's pixels are meant to be seen, in whatever words its format says it: which way up, and
 * in which colours. The one place where pictures and masks of all formats are turned and brought to
 * sRGB. (The colours of JPEG are its decoder's.)
 */
final class Appearance {

  private static final int ORIENTATION = 274;
  private static final int PROFILE = 34675;
  private static final int LARGEST_PROFILE = 1 << 24;

  /** Of 100,000, as PNG writes it: 1 / 2.2, by which programs mean the curve of sRGB. */
  private static final int USUAL_GAMMA = 45455;

  private static final double SCALE = 100000;

  private static final String TO_SRGB = "Its colours were brought to sRGB, as its file says.";

  private final int orientation;
  private final ColourSpace colours;
  private final String problem;

  /**
   * @param colours null for sRGB
   * @param problem one sentence about what is left out, or what a decoder has done; else empty
   */
  private Appearance(int orientation, ColourSpace colours, String problem) {
    this.orientation = orientation;
    this.colours = colours == null || colours.isSrgb() ? null : colours;
    this.problem = problem;
  }

  static Appearance of(JpegHeader header) {
    boolean converted =
        IccProfile.read(header.profile()).filter(colours -> !colours.isSrgb()).isPresent();
    return new Appearance(header.orientation(), null, converted ? TO_SRGB : "");
  }

  static Appearance of(TIFFDirectory tags) {
    TIFFField turned = tags.getTIFFField(ORIENTATION);
    TIFFField profile = tags.getTIFFField(PROFILE);
    int orientation = turned == null ? 1 : turned.getAsInt(0);
    return profile == null || !(profile.getData() instanceof byte[])
        ? new Appearance(orientation, null, "")
        : of(orientation, (byte[]) profile.getData());
  }

  /** A profile counts before the chunk sRGB, and that before gamma and primaries. */
  static Appearance of(PngHeader header) {
    int orientation = Exif.orientation(header.chunk("eXIf"));
    if (header.has("iCCP")) return of(orientation, unpacked(header.chunk("iCCP")));
    long gamma = header.number("gAMA", 0);
    boolean usual = gamma <= 0 || Math.abs(gamma - USUAL_GAMMA) <= USUAL_GAMMA / 100;
    double[] xy = new double[header.number("cHRM", 7) < 0 ? 0 : 8];
    if (header.has("sRGB") || usual && xy.length == 0) return new Appearance(orientation, null, "");
    for (int i = 0; i < xy.length; i++) xy[i] = header.number("cHRM", i) / SCALE;
    try {
      ColourSpace colours = ColourSpace.of(usual ? Double.NaN : SCALE / gamma, xy);
      return new Appearance(orientation, colours, "");
    } catch (RuntimeException impossible) {
      return new Appearance(
          orientation, null, "Its gamma or primaries are impossible, and were left out.");
    }
  }

  private static Appearance of(int orientation, byte[] profile) {
    Optional<ColourSpace> colours = IccProfile.read(profile);
    return new Appearance(
        orientation,
        colours.orElse(null),
        colours.isPresent()
            ? ""
            : "Its colour profile is damaged or of an unusual kind, and was left out: save it as"
                + " sRGB.");
  }

  /** A name, two zeros, and the profile deflated; empty when that is damaged. */
  private static byte[] unpacked(byte[] chunk) {
    int end = 0;
    while (end < chunk.length && chunk[end] != 0) end++;
    Inflater inflater = new Inflater();
    try {
      if (end + 2 >= chunk.length) return new byte[0];
      inflater.setInput(chunk, end + 2, chunk.length - end - 2);
      byte[] profile = new byte[Math.min(LARGEST_PROFILE, 1024 * chunk.length)];
      int length = 0;
      while (!inflater.finished() && length < profile.length) {
        int more = inflater.inflate(profile, length, profile.length - length);
        if (more == 0) break;
        length += more;
      }
      return Arrays.copyOf(profile, length);
    } catch (DataFormatException damaged) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  /** The picture upright and in sRGB, with a note of what was done. */
  Picture applied(Picture picture) {
    Picture seen = problem.equals(TO_SRGB) ? picture.changed(problem) : picture.noting(problem);
    if (colours != null && colours.fits(picture)) seen = colours.toSrgb(seen).changed(TO_SRGB);
    if (orientation <= 1 || orientation > 8) return seen;
    return Orientation.upright(seen, orientation)
        .changed("It was turned upright, as its file says (orientation " + orientation + ").");
  }
}
