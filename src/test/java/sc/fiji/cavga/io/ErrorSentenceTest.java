package sc.fiji.cavga.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ErrorSentenceTest {

  private static void assertSentence(Throwable problem, String... parts) {
    String sentence = ErrorSentence.orMessage(problem);
    for (String part : parts) assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void javasOwnWordsBecomeSentences() {
    assertSentence(new NoSuchFileException("/a/b.png"), "/a/b.png does not exist");
    assertSentence(new AccessDeniedException("/a/b.png"), "/a/b.png cannot be opened");
    assertSentence(new FileSystemException("/a/b.png", null, "Too many links"), "Too many links");
    InvalidPathException letters = new InvalidPathException("é.png", "Malformed input or input");
    assertSentence(letters, "é.png", "LC_ALL=C.UTF-8");
    assertSentence(new IllegalStateException("wrapped", letters), "é.png", "rename");
    InvalidPathException quoted = new InvalidPathException("\"C:\\eyes\"", "Illegal char <\">", 0);
    assertSentence(quoted, "\"C:\\eyes\"", "(Illegal char <\">)", "quotation marks");
    assertFalse(ErrorSentence.orMessage(quoted).contains("LC_ALL"));
    assertSentence(new MalformedInputException(1), "UTF-8");
  }

  @Test
  void ourOwnSentencesStay() {
    IOException ours = new IOException("eye.png is cut off before its end; copy it again.");
    assertEquals(ours.getMessage(), ErrorSentence.orMessage(ours));
    assertTrue(ErrorSentence.of(new UncheckedIOException(ours)).isEmpty());
  }
}
