package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFailureTest {

  @TempDir Path cache;

  /** Words of Linux, Windows and macOS, and of which cure they are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libjnind4jcpu.so: failed to map segment from shared object | ulimit -v",
        "x.so: cannot create mapping: Cannot allocate memory | ulimit -v",
        "The paging file is too small for this operation to complete | ulimit -v",
        "unable to create native thread: possibly out of memory | ulimit -u",
        "x.so: wrong ELF class: ELFCLASS32 | 64-bit Java",
        "x.dll: %1 is not a valid Win32 application | 64-bit Java",
        "Can't load AMD 64-bit .dll on a ARM 64-bit platform | 64-bit Java",
        "mach-o file, but is an incompatible architecture | 64-bit Java",
        "No space left on device | is full",
        "Disk quota exceeded | is full",
        "There is not enough space on the disk | is full",
        "x.so: file too short | is full",
        "x.so: Operation not permitted | noexec",
        "An Application Control policy has blocked this file | noexec",
        "x.so: cannot open shared object file: Permission denied | noexec",
        "libc.so.6: version `GLIBC_2.17' not found | glibc",
        "libgomp.so.1: cannot open shared object file | libgomp",
        "Could not create the cache: Set the cachedir property | can be written",
        "x.dll: Can't find dependent libraries | Redistributable"
      })
  void eachCauseHasItsOwnCure(String words, String cure) {
    String said =
        NativeFailure.cure(new ExceptionInInitializerError(new UnsatisfiedLinkError(words)), cache);
    assertTrue(said.contains(cure), said);
    if (cure.equals("can be written") || cure.equals("noexec") || cure.equals("is full"))
      assertTrue(said.contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER"), said);
  }

  @Test
  void threadsAreToldFromMemory() {
    assertEquals(
        "The system gives this program no more threads: raise the limit of processes (ulimit -u),"
            + " or compute on fewer threads with the environment variable OMP_NUM_THREADS=1.",
        NativeFailure.ofThreads(new OutOfMemoryError("unable to create native thread")).orElse(""));
    assertTrue(NativeFailure.ofThreads(new OutOfMemoryError("Java heap space")).isEmpty());
  }
}
