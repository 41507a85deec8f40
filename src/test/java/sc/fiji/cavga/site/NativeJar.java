package sc.fiji.cavga.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jars with the natives of a platform, whose file names tell the names of their modules. */
final class NativeJar {

  /** NAME-VERSION-PLATFORM.jar, with or without what ND4J writes behind it. */
  private static final Pattern NAME =
      Pattern.compile(
          "([a-z0-9]+(?:-[a-z0-9]*[a-z][a-z0-9]*)*)-[0-9].*-((?:linux|windows|macosx)-\\w+)"
              + "(?:-onednn)?\\.jar");

  private NativeJar() {}

  static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** What the publishers call the module: JavaCPP's have their platform in it, ND4J's have not. */
  static String module(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    if (!matcher.matches()) throw new IllegalArgumentException(file.toString());
    String name = matcher.group(1);
    if (name.startsWith("nd4j-cuda")) return "nd4j.cuda.binary";
    if (name.startsWith("nd4j")) return "nd4j.cpu.binary";
    return "org.bytedeco." + name + "." + matcher.group(2).replace('-', '.');
  }

  /** A jar without classes, a module of its name where it is one with natives. */
  static void write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (isOne(file))
      manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), module(file));
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
