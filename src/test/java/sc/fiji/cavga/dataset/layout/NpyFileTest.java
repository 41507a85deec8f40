package sc.fiji.cavga.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.NpyArrays;

class NpyFileTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("a.npy");
  }

  private void refused(String expected, int axes) {
    IOException problem = assertThrows(IOException.class, () -> NpyFile.open(file(), axes));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("a.npy"), problem.getMessage());
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws IOException {
    NpyArrays.bytes(file(), "(2, 2, 3)", new byte[] {0, 1, 0, 0, 0, 0, 0, 0, -1, 0, 7, 0});
    NpyFile array = NpyFile.open(file(), 3);
    assertEquals(2, array.dimension(0));
    assertEquals(3, array.dimension(2));
    assertArrayEquals(new boolean[] {false, false, true, false, true, false}, array.nonZero(6, 6));
    assertThrows(IllegalArgumentException.class, () -> array.nonZero(7, 6));
  }

  @Test
  void everyTypeOfNumberIsTaken() throws IOException {
    for (String type : new String[] {"|b1", "|i1", "<i4", "<u8", "<f4", "<f8"}) {
      int bytes = type.charAt(2) - '0';
      ByteBuffer values = ByteBuffer.allocate(3 * bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (type.equals("<f4")) values.putFloat(0, -0f).putFloat(4, -0.5f);
      else if (type.equals("<f8")) values.putDouble(0, -0.0).putDouble(8, 1e-300);
      else values.put(bytes, (byte) 1);
      NpyArrays.write(
          file(),
          "{'descr': '" + type + "', 'fortran_order': False, 'shape': (3,), }",
          values.array());
      assertArrayEquals(
          new boolean[] {false, true, false}, NpyFile.open(file(), 1).nonZero(0, 3), type);
    }
  }

  @Test
  void whatIsNoSuchArrayIsRefused() throws IOException {
    Files.write(file(), "PK zip and not an array".getBytes());
    refused("is not a NumPy array", 1);
    NpyArrays.bytes(file(), "(2, 2)", new byte[4]);
    refused("does not hold a plain NumPy array of numbers with 1 axis", 1);
    refused("with 3 axes", 3);
    for (String header :
        new String[] {
          "{'descr': '|O', 'fortran_order': False, 'shape': (4,), }",
          "{'descr': '<f4', 'fortran_order': True, 'shape': (4,), }",
          "{'descr': '>f4', 'fortran_order': False, 'shape': (4,), }",
          "{'descr': '|u1', 'fortran_order': False, 'shape': (), }",
          "{'descr': '|u1', 'fortran_order': False}"
        }) {
      NpyArrays.write(file(), header, new byte[64]);
      refused("does not hold a plain NumPy array", 1);
    }
  }

  @Test
  void hostileSizesAreRefusedBeforeAnythingIsAllocated() throws IOException {
    NpyArrays.bytes(file(), "(9999999999, 9999999999, 9)", new byte[9]);
    refused("shorter than its header says", 3);
    NpyArrays.bytes(file(), "(3, 40000, 40000)", new byte[9]);
    refused("shorter than its header says", 3);
    byte[] whole = Files.readAllBytes(NpyArrays.bytes(file(), "(4,)", new byte[4]));
    for (int length : new int[] {3, 7, 9, 40, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      refused("shorter than its header says", 1);
    }
    whole[6] = 2;
    Files.write(file(), whole);
    refused("a.npy", 1);
  }
}
