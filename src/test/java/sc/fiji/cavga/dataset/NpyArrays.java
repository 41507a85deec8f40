package sc.fiji.cavga.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes arrays as numpy.save does. */
public final class NpyArrays {

  private NpyArrays() {}

  public static Path bytes(Path file, String shape, byte[] values) throws IOException {
    return write(
        file, "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }", values);
  }

  public static Path write(Path file, String header, byte[] values) throws IOException {
    int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
    String padded = header + " ".repeat(length - header.length() - 1) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.writeBytes(new byte[] {(byte) length, (byte) (length >> 8)});
    out.writeBytes(padded.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(values);
    Files.createDirectories(file.getParent());
    return Files.write(file, out.toByteArray());
  }
}
