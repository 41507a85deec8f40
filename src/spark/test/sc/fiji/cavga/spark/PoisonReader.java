package sc.fiji.cavga.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.file.ImageReader;

/** Ends Java, or never ends, at files of certain names; and notes which files are read. */
@Plugin(type = ImageReader.class, priority = 1000)
public final class PoisonReader implements ImageReader {

  /** The file that names of read files are added to. */
  static final String READS = "CAVGA_TEST_READS";

  @Override
  public boolean accepts(Path file) {
    String reads = System.getenv(READS);
    if (reads != null) note(Path.of(reads), file);
    return file.toString().contains("poison");
  }

  private static void note(Path reads, Path file) {
    try (OutputStream out =
        Files.newOutputStream(reads, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write((file + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Picture> read(Path file) throws IOException {
    if (file.toString().contains("exits")) Runtime.getRuntime().halt(7);
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("It was woken.");
  }

  /** A jar with this reader alone, as one adds a reader to a run. */
  static Path jar(Path file) throws IOException {
    String name = PoisonReader.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(name));
      try (var in = PoisonReader.class.getClassLoader().getResourceAsStream(name)) {
        in.transferTo(jar);
      }
      jar.putNextEntry(new JarEntry("META-INF/json/org.scijava.plugin.Plugin"));
      String entry =
          "{\"class\":\""
              + PoisonReader.class.getName()
              + "\",\"values\":{\"priority\":1000.0,\"type\":\""
              + ImageReader.class.getName()
              + "\"}}";
      jar.write(entry.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
