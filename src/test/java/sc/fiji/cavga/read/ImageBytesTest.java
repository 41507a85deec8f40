package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.read.file.ImageBytes;

class ImageBytesTest {

  @Test
  void theyAreReadFromAnywhereToTheirEnd() throws IOException {
    try (ImageBytes bytes = new ImageBytes(new byte[] {1, -1, 3, 4, 5})) {
      assertEquals(5, bytes.length());
      assertEquals(1, bytes.read());
      assertEquals(255, bytes.read());
      byte[] into = new byte[6];
      assertEquals(3, bytes.read(into, 2, 4));
      assertArrayEquals(new byte[] {0, 0, 3, 4, 5, 0}, into);
      assertEquals(-1, bytes.read());
      assertEquals(-1, bytes.read(into, 0, 6));
      assertEquals(0, bytes.read(into, 0, 0));
      bytes.seek(3);
      assertEquals(0x0405, bytes.readShort());
      bytes.seek(9);
      assertEquals(-1, bytes.read());
      assertEquals(-1, bytes.read(into, 0, 1));
    }
  }
}
