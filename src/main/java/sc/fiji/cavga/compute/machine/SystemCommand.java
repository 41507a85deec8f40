package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program of the system that answers a question and ends. */
final class SystemCommand {

  private SystemCommand() {}

  /** What it prints; empty if it is not there, fails, or takes longer than so many seconds. */
  static Optional<String> output(long seconds, String... words) {
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException notThere) {
      return Optional.empty();
    }
    try {
      process.getOutputStream().close();
      // Read beside the wait, as a program that has printed a lot waits for a reader.
      CompletableFuture<String> output =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      String text = output.get(seconds, TimeUnit.SECONDS);
      return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), Charset.defaultCharset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
