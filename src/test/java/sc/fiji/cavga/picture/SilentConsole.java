package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that writes to the console. */
public final class SilentConsole implements BeforeEachCallback, AfterEachCallback {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PrintStream out;
  private PrintStream err;

  @Override
  public void beforeEach(ExtensionContext context) {
    out = System.out;
    err = System.err;
    said.reset();
    System.setOut(new PrintStream(said, true));
    System.setErr(new PrintStream(said, true));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(out);
    System.setErr(err);
    assertEquals("", said.toString());
  }
}
