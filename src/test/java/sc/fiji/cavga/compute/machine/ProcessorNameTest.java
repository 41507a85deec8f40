package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorNameTest {

  @TempDir Path folder;

  @Test
  void readsLinuxsList() throws IOException {
    Path list = folder.resolve("cpuinfo");
    Files.writeString(
        list, "processor\t: 0\nmodel\t\t: 1\nmodel name\t: AMD EPYC 7B13\nflags\t: x\n");
    assertEquals(Optional.of("AMD EPYC 7B13"), ProcessorName.fromLinux(list));
  }

  @Test
  void isEmptyWhereTheListNamesNoneOrIsMissing() throws IOException {
    Path list = folder.resolve("cpuinfo");
    Files.writeString(list, "processor\t: 0\nBogoMIPS\t: 50.00\nmodel name\t:\n");
    assertEquals(Optional.empty(), ProcessorName.fromLinux(list));
    assertEquals(Optional.empty(), ProcessorName.fromLinux(folder.resolve("none")));
  }

  @Test
  void isNeverEmptyOnThisMachine() {
    assertFalse(ProcessorName.read().isBlank());
  }
}
