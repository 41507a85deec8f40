package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program of the system that answers a question and ends. */
final class SystemCommand {

  private final List<String> words;

  private SystemCommand(List<String> words) {
    this.words = words;
  }

  static SystemCommand of(List<String> words) {
    return new SystemCommand(List.copyOf(words));
  }

  /** What it prints; empty if it is not there, fails, or takes longer than the given time. */
  Optional<String> output(long timeout, TimeUnit unit) {
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
      String text = output.get(timeout, unit);
      return process.waitFor(timeout, unit) && process.exitValue() == 0
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
