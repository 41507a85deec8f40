package sc.fiji.cavga.read.colour;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A colour profile as the International Color Consortium defines it (ICC.1:2010), of the kinds that
 * cameras and editors of photographs use: grey with a curve, and red, green and blue with curves
 * and primaries. Tables of colours, as printers and scanners have them, are not read.
 */
public final class IccProfile {

  private static final int HEADER = 128;
  private static final int ENTRY = 12;
  private static final int LONGEST_CURVE = 1 << 16;
  private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

  private final ByteBuffer bytes;

  private IccProfile(byte[] profile) {
    this.bytes = ByteBuffer.wrap(profile);
  }

  /**
   * The colours that a profile describes; empty when it is damaged or of another kind.
   *
   * @param profile the whole profile
   */
  public static Optional<ColourSpace> read(byte[] profile) {
    try {
      return new IccProfile(profile).read();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException bad) {
      return Optional.empty();
    }
  }

  private Optional<ColourSpace> read() {
    String space = text(16);
    if (!text(36).equals("acsp") || !text(20).equals("XYZ ")) return Optional.empty();
    if (space.equals("GRAY")) {
      int curve = tag("kTRC");
      return curve < 0 ? Optional.empty() : Optional.of(ColourSpace.grey(curve(curve)));
    }
    if (!space.equals("RGB ")) return Optional.empty();
    ToneCurve[] curves = new ToneCurve[3];
    RealMatrix toD50 = MatrixUtils.createRealMatrix(3, 3);
    for (int c = 0; c < 3; c++) {
      String colour = "rgb".substring(c, c + 1);
      int curve = tag(colour + "TRC");
      int primary = tag(colour + "XYZ");
      if (curve < 0 || primary < 0) return Optional.empty();
      curves[c] = curve(curve);
      for (int row = 0; row < 3; row++) toD50.setEntry(row, c, fixed(primary + 8 + 4 * row));
    }
    return Optional.of(new ColourSpace(curves, toD50));
  }

  private String text(int at) {
    byte[] four = new byte[4];
    for (int i = 0; i < 4; i++) four[i] = bytes.get(at + i);
    return new String(four, StandardCharsets.US_ASCII);
  }

  /** Where a tag's data begin; -1 where there is none. */
  private int tag(String name) {
    int count = bytes.getInt(HEADER);
    for (int i = 0; i < count; i++) {
      int entry = HEADER + 4 + ENTRY * i;
      if (text(entry).equals(name)) return bytes.getInt(entry + 4);
    }
    return -1;
  }

  private double fixed(int at) {
    return bytes.getInt(at) / 65536.0;
  }

  private ToneCurve curve(int at) {
    if (text(at).equals("para")) {
      int kind = bytes.getShort(at + 8);
      double[] numbers = new double[PARAMETERS[kind]];
      for (int i = 0; i < numbers.length; i++) numbers[i] = fixed(at + 12 + 4 * i);
      return ToneCurve.parametric(kind, numbers);
    }
    if (!text(at).equals("curv")) throw new IllegalArgumentException("an unknown curve");
    int count = bytes.getInt(at + 8);
    if (count == 0) return ToneCurve.gamma(1);
    if (count == 1) return ToneCurve.gamma((bytes.getShort(at + 12) & 0xffff) / 256.0);
    if (count < 0 || count > LONGEST_CURVE) throw new IllegalArgumentException("a long curve");
    double[] values = new double[count];
    for (int i = 0; i < count; i++)
      values[i] = (bytes.getShort(at + 12 + 2 * i) & 0xffff) / 65535.0;
    return ToneCurve.table(values);
  }
}
