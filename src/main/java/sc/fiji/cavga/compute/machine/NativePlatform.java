package sc.fiji.cavga.compute.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A system and architecture for which ND4J's native library is built, by JavaCPP's names. */
public enum NativePlatform {
  LINUX_X86_64("linux-x86_64", "libjnind4jcpu.so"),
  LINUX_ARM64("linux-arm64", "libjnind4jcpu.so"),
  WINDOWS_X86_64("windows-x86_64", "jnind4jcpu.dll"),
  MACOS_X86_64("macosx-x86_64", "libjnind4jcpu.dylib"),
  MACOS_ARM64("macosx-arm64", "libjnind4jcpu.dylib");

  private static final String BINDINGS = "org/nd4j/linalg/cpu/nativecpu/bindings/";

  /** What follows the platform in the name of a library built for newer processors. */
  private static final List<String> BUILDS =
      List.of("", "-onednn", "-onednn-avx2", "-onednn-avx512", "-avx2", "-avx512");

  private final String classifier;
  private final String library;

  NativePlatform(String classifier, String library) {
    this.classifier = classifier;
    this.library = library;
  }

  /** Its name in the names of jars, such as "linux-x86_64". */
  public String classifier() {
    return classifier;
  }

  /** The platform of Java's os.name and os.arch; empty where ND4J has no library. */
  public static Optional<NativePlatform> of(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
    if (name.startsWith("linux") && intel) return Optional.of(LINUX_X86_64);
    if (name.startsWith("linux") && arm) return Optional.of(LINUX_ARM64);
    if (name.startsWith("windows") && intel) return Optional.of(WINDOWS_X86_64);
    if (name.startsWith("mac") && intel) return Optional.of(MACOS_X86_64);
    if (name.startsWith("mac") && arm) return Optional.of(MACOS_ARM64);
    return Optional.empty();
  }

  /** This platform's builds of the library that a class loader finds: "linux-x86_64-onednn". */
  public List<String> librariesFoundBy(ClassLoader loader) {
    List<String> found = new ArrayList<>();
    for (String build : BUILDS) {
      String name = classifier + build;
      if (loader.getResource(BINDINGS + name + "/" + library) != null) found.add(name);
    }
    return found;
  }

  /** The builds that a class loader finds, for this and for all other platforms. */
  public static List<String> allLibrariesFoundBy(ClassLoader loader) {
    List<String> found = new ArrayList<>();
    for (NativePlatform platform : values()) found.addAll(platform.librariesFoundBy(loader));
    return found;
  }
}
