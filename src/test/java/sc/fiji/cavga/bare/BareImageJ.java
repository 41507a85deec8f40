package sc.fiji.cavga.bare;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.scijava.util.FileUtils;
import sc.fiji.cavga.compute.ForkedJava;

/**
 * ImageJ 1.x without Fiji, with the plugin in its {@code plugins} folder, as a process of its own:
 * what somebody has who knows neither SciJava nor this project's class path.
 */
final class BareImageJ {

  /** What a test has and a user has not; and ImageJ itself, which is not a plugin. */
  private static final Pattern NOT_INSTALLED =
      Pattern.compile(
          "(ij-|ant-|junit|opentest4j|apiguardian|archunit|slf4j-nop|slf4j-simple|surefire"
              + "|org.jacoco).*");

  /** What the update site brings; the rest of the class path Fiji has and ImageJ alone has not. */
  private static final Pattern OF_THE_SITE =
      Pattern.compile(
          "(nd4j|openblas|javacpp|dnnl|opencl|flatbuffers|(guava|jackson|protobuf)-1\\.0\\.0-M2).*");

  /** Set where the update site is built, as by the profile fiji-site: its folder. */
  private static final String SITE = System.getProperty("cavga.site");

  private static final long PATIENCE_MINUTES = 3;

  private final Path home;
  private final Path imagej;
  private final List<Path> classPath;

  /**
   * @param home empty folder, which becomes ImageJ's
   */
  BareImageJ(Path home) throws IOException {
    this(home, List.of());
  }

  /**
   * @param home empty folder, which becomes ImageJ's
   * @param libraries jars in place of those of the same names on the class path
   */
  BareImageJ(Path home, List<Path> libraries) throws IOException {
    this.home = home;
    classPath = with(libraries);
    Path jars = Files.createDirectories(home.resolve("plugins/jars"));
    Path found = null;
    for (Path entry : classPath) {
      String name = entry.getFileName().toString();
      if (name.matches("ij-\\d.*\\.jar")) found = entry;
      else if (name.endsWith(".jar")
          && !NOT_INSTALLED.matcher(name).matches()
          && (SITE == null || !OF_THE_SITE.matcher(name).matches()))
        Files.copy(entry, jars.resolve(name));
    }
    imagej = found;
    if (SITE == null) pack(Paths.get("target/classes"), home.resolve("plugins/CAVGA_-test.jar"));
    else {
      copy(Paths.get(SITE, "plugins"), home.resolve("plugins"));
      copy(Paths.get(SITE, "jars"), jars);
      copy(Paths.get(SITE, "jars", platform()), jars);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.jar")) {
      for (Path file : files) Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  /** The site's folder with this machine's natives. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("win") ? "win" : system.startsWith("mac") ? "macos" : "linux";
    return name + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "64");
  }

  private static List<Path> with(List<Path> libraries) {
    Set<String> replaced =
        libraries.stream().map(BareImageJ::withoutVersion).collect(Collectors.toSet());
    List<Path> path = new ArrayList<>(libraries);
    for (String entry : ForkedJava.classPath())
      if (!replaced.contains(withoutVersion(Paths.get(entry)))) path.add(Paths.get(entry));
    return path;
  }

  private static String withoutVersion(Path jar) {
    return FileUtils.stripFilenameVersion(jar.getFileName().toString());
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  /** Runs a macro where there is no screen at all, and gives all that was printed. */
  String headless(Path macro) throws Exception {
    return java(
        null,
        List.of(
            "-Djava.awt.headless=true",
            "-Dplugins.dir=" + home,
            "-cp",
            imagej.toString(),
            "ij.ImageJ"),
        List.of("-batch", macro.toString()));
  }

  /** Runs a macro on a screen, without ImageJ's own window. */
  String batch(String display, Path macro) throws Exception {
    return java(
        display,
        List.of("-cp", imagej.toString(), "ij.ImageJ"),
        List.of("-ijpath", home.toString(), "-port0", "-batch", macro.toString()));
  }

  /** Runs a class of the tests that starts ImageJ on a screen. */
  String onScreen(String display, Class<?> driver, List<String> arguments) throws Exception {
    // The driver's package alone: the tests' other plugins do not belong into this ImageJ.
    Path drivers = home.resolve("drivers");
    Path room = Paths.get(driver.getPackageName().replace('.', '/'));
    Files.createDirectories(drivers.resolve(room));
    try (DirectoryStream<Path> classes =
        Files.newDirectoryStream(Paths.get("target/test-classes").resolve(room), "*.class")) {
      for (Path file : classes)
        Files.copy(
            file,
            drivers.resolve(room).resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
    }
    String path = imagej + File.pathSeparator + drivers;
    List<String> all = new ArrayList<>(List.of(home.toString()));
    all.addAll(arguments);
    return java(display, List.of("-cp", path, driver.getName()), all);
  }

  /** Runs this project's command line in a process like the others. */
  String commandLine(String... arguments) throws Exception {
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return java(
        null,
        List.of("-Djava.awt.headless=true", "-cp", path, "sc.fiji.cavga.cli.Main"),
        List.of(arguments));
  }

  private String java(String display, List<String> what, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    // On a screen models are trained, which takes longer.
    if (display == null) command.add(ForkedJava.SHORT_LIVED);
    // ImageJ keeps its preferences in the home folder; the natives need not be unpacked anew.
    command.add("-Duser.home=" + home);
    Path natives = Paths.get(System.getProperty("user.home"), ".javacpp", "cache");
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives);
    command.addAll(what);
    command.addAll(arguments);
    Path log = Files.createTempFile(home, "run", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    if (display != null) builder.environment().put("DISPLAY", display);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String printed = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      if (!ended) throw new AssertionError("ImageJ did not come to an end:\n" + printed);
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A line of a macro that runs a command of the plugin without windows, and prints its words. */
  static String call(String command, String options) {
    return "print(call('sc.fiji.cavga.command.LegacyMenu.call', '"
        + command
        + "', '"
        + options
        + "'));";
  }
}
