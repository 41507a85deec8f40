package sc.fiji.cavga.cli.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.compute.ComputeUnavailableException;

class ErrorReportTest {

  @Test
  void keepsMessagesThatWereWrittenForUsers() {
    assertEquals("Do this.", ErrorReport.sentence(new ComputeUnavailableException("Do this.")));
    assertEquals("Not a model.", ErrorReport.sentence(new IOException("Not a model.")));
    assertEquals("Size 3.", ErrorReport.sentence(new IllegalArgumentException("Size 3.")));
  }

  @Test
  void makesSentencesOfTheSystemsFileErrors() {
    assertEquals(
        "a/b does not exist: check the path.",
        ErrorReport.sentence(new NoSuchFileException("a/b")));
    assertEquals(
        "a/b cannot be opened: check its permissions, close other programs that have it open, or choose"
            + " another folder.",
        ErrorReport.sentence(new AccessDeniedException("a/b")));
    assertEquals(
        "a/b cannot be used (No space left on device): check the path and the disk, and close other programs that have it open.",
        ErrorReport.sentence(new FileSystemException("a/b", null, "No space left on device")));
    assertEquals(
        "a/b cannot be used: check the path and the disk, and close other programs that have it open.",
        ErrorReport.sentence(new FileSystemException("a/b")));
  }

  @Test
  void namesWhatNobodyExpected() {
    assertEquals(
        "Unexpected error (java.lang.IllegalStateException: odd): please report it with what"
            + " --verbose shows.",
        ErrorReport.sentence(new IllegalStateException("odd")));
    assertEquals(
        "Unexpected error (java.io.IOException): please report it with what --verbose shows.",
        ErrorReport.sentence(new IOException()));
  }
}
