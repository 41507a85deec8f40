package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** What keeps a native library from starting, and what to do: each cause has its own sentence. */
public final class NativeFailure {

  private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=";

  /** Bytes that the unpacked libraries need, at most. */
  private static final long NEEDED = 1L << 30;

  private NativeFailure() {}

  /**
   * @param error with its causes, whose words tell most of it
   * @param cache where JavaCPP unpacks the libraries; its free space and permission tell the rest
   * @return what to do, without a capital letter or a full stop
   */
  public static String cure(Throwable error, Path cache) {
    String words = words(error);
    if (ofThreads(error).isPresent()) return threads();
    if (has(words, "cannot allocate memory", "not enough memory", "paging file is too small"))
      return memory();
    if (has(words, "wrong elf class", "wrong architecture", "incompatible architecture"))
      return architecture();
    if (has(words, "exec format error", "not a valid win32", "-bit platform", "cannot open elf"))
      return architecture();
    if (has(words, "no space left", "not enough space", "quota", "file too short"))
      return disk(cache);
    if (has(words, "failed to map segment")) return mayRun(cache) ? memory() : forbidden(cache);
    if (has(words, "operation not permitted", "not valid for use in process", "policy", "denied"))
      return forbidden(cache);
    if (has(words, "glibc", "libgomp", "ld-linux", "libstdc++", "ld-musl"))
      return "it needs a Linux with glibc 2.17 or newer, libstdc++ and libgomp, so install them"
          + " (Alpine Linux has none)";
    if (has(words, "could not create the cache"))
      return "no folder is there to unpack it into, so choose one that can be written with "
          + CACHE
          + "FOLDER";
    if (has(words, "dependent libraries"))
      return "install Microsoft's Visual C++ Redistributable (x64)";
    if (free(cache) < NEEDED) return disk(cache);
    return "delete the folder " + cache + " so that it is unpacked anew";
  }

  /** What to do where the system gives no more threads; empty for any other error. */
  public static Optional<String> ofThreads(Throwable error) {
    return has(words(error), "create native thread", "thread creation failed")
        ? Optional.of("The system gives this program no more threads: " + threads() + ".")
        : Optional.empty();
  }

  /** Where JavaCPP unpacks libraries. */
  public static Path cache() {
    try {
      return Loader.getCacheDir().toPath();
    } catch (IOException | LinkageError none) {
      return Paths.get(System.getProperty("user.home", ""), ".javacpp", "cache");
    }
  }

  private static String threads() {
    return "raise the limit of processes (ulimit -u), or compute on fewer threads with the"
        + " environment variable OMP_NUM_THREADS=1";
  }

  private static String memory() {
    return "there is not enough memory for it, so raise the limit of the process (ulimit -v), or"
        + " start Java with a smaller -Xmx";
  }

  private static String architecture() {
    return "it is for another processor than this Java, so use a 64-bit Java for this machine's"
        + " processor, and delete the folder "
        + cache();
  }

  private static String disk(Path cache) {
    return "the disk of the folder "
        + cache
        + " is full, so free 1 GB, delete that folder, or choose another one with "
        + CACHE
        + "FOLDER";
  }

  private static String forbidden(Path cache) {
    return "programs may not run from the folder "
        + cache
        + " (as on a disk mounted noexec), so choose another one with "
        + CACHE
        + "FOLDER";
  }

  /**
   * A disk may be mounted so that nothing on it may run: the words are those of a lack of memory.
   */
  private static boolean mayRun(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "run", ".tmp");
      try {
        return file.toFile().setExecutable(true) && Files.isExecutable(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException | SecurityException unknown) {
      return true;
    }
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException | InvalidPathException | SecurityException unknown) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean has(String words, String... any) {
    for (String each : any) if (words.contains(each)) return true;
    return false;
  }

  private static String words(Throwable error) {
    StringBuilder words = new StringBuilder();
    for (Throwable each = error; each != null; each = each.getCause())
      words.append(each.getMessage()).append('\n');
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
