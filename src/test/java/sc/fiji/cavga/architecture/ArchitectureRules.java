package sc.fiji.cavga.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataBuffer;

/** What each room may know, as rules over the classes below one root package. */
final class ArchitectureRules {

  private static final int MOST_FILES = 16;

  /** Classes that know each other, with the reasons in docs/decisions/rooms.md. */
  private static final List<List<String>> CLOSE_CLASSES =
      List.of(
          List.of(
              "nn.array.Values",
              "nn.array.FloatValues",
              "nn.array.DoubleValues",
              "nn.array.RowBuffer",
              "nn.array.FloatRowBuffer",
              "nn.array.DoubleRowBuffer"),
          List.of("method.cavga.network.CavgaNetwork", "method.cavga.network.MemoryEstimate"));

  /** Rooms that may have windows, or draw with what windows draw with. */
  private static final String[] ASKING = {"command", "ui", "cli", "lab"};

  /** From the ground up: a room knows only rooms on floors below its own. */
  static final List<List<String>> FLOORS =
      List.of(
          List.of("compute", "plane", "io", "picture"),
          List.of("onnx"),
          List.of("nn", "retina", "read", "render", "settings"),
          List.of("preprocess", "dataset", "phantom"),
          List.of("synthetic", "gate"),
          List.of("feed"),
          List.of("model"),
          List.of("method"),
          List.of("train", "localize", "evaluate"),
          List.of("lab", "ui", "export"),
          List.of("command", "cli"));

  private static final Set<String> HARMLESS_NET =
      Set.of("URL", "URI", "URLClassLoader", "MalformedURLException", "URISyntaxException");

  /** What a buffer of ND4J's copies to Java's memory, after waiting for the device. */
  private static final Set<String> SYNCHRONIZED = Set.of("asFloat", "asDouble");

  private static final List<String> MUTABLE =
      List.of(
          "java.util.concurrent.",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.WeakHashMap",
          "java.util.ArrayList",
          "java.util.HashSet",
          "java.util.Random",
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** All rules by what they protect. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("a room knows only rooms on floors below", knowsOnlyBelow());
    rules.put("rooms and sub-rooms do not know each other in a circle", noCircles());
    rules.put("methods do not know each other", methodsAlone());
    rules.put("classes do not know each other in a circle", noClassCircles());
    rules.put("a room has at most " + MOST_FILES + " files", fewFiles());
    rules.put("no windows in the core", noWindows());
    rules.put("no windows where pictures are drawn", noWindowsInRender());
    rules.put("no windows where pictures are decoded", noWindowsInRead());
    rules.put("tensors stay below", tensorsStayBelow());
    rules.put("resident arrays are touched by ND4J alone", noHostViews());
    rules.put("ND4J's own copies of libraries stay its own", noShadedLibraries());
    rules.put("no Java deserialization", noDeserialization());
    rules.put("no network", noNetwork());
    rules.put("no connection opened", noConnection());
    rules.put("no mutable static state", noMutableStatics());
    rules.put("only the command line exits", onlyTheCommandLineExits());
    rules.put("the machine's language changes nothing", noLanguage());
    rules.put("the machine's character set changes nothing", noCharacterSet());
    return rules;
  }

  private String[] packages(String... rooms) {
    String[] packages = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) packages[i] = root + "." + rooms[i] + "..";
    return packages;
  }

  private ArchRule knowsOnlyBelow() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("know only rooms on floors below") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  String from = room(type);
                  String to = room(dependency.getTargetClass());
                  if (to == null || to.equals(from)) continue;
                  boolean below = floor(from) >= 0 && floor(to) >= 0 && floor(to) < floor(from);
                  if (!below)
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
              }
            });
  }

  /** The name directly below the root; null for a class outside of it. */
  private String room(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) return null;
    return name.substring(root.length() + 1).split("\\.")[0];
  }

  private static int floor(String room) {
    for (int i = 0; i < FLOORS.size(); i++) if (FLOORS.get(i).contains(room)) return i;
    return -1;
  }

  private ArchRule noCircles() {
    SliceAssignment packages =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            return room(type) == null
                ? SliceIdentifier.ignore()
                : SliceIdentifier.of(type.getPackageName());
          }

          @Override
          public String getDescription() {
            return "packages below " + root;
          }
        };
    return slices().assignedFrom(packages).should().beFreeOfCycles();
  }

  private ArchRule methodsAlone() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("not know another method") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  String from = method(type);
                  String to = method(dependency.getTargetClass());
                  if (from != null && to != null && !to.equals(from))
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
              }
            });
  }

  /** The name of the method whose class it is; null for a class of none. */
  private String method(JavaClass type) {
    String methods = root + ".method.";
    String name = type.getPackageName();
    return name.startsWith(methods) ? name.substring(methods.length()).split("\\.")[0] : null;
  }

  /** A class and those inside it count as one, and so do those that are close. */
  private ArchRule noClassCircles() {
    SliceAssignment files =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (room(type) == null) return SliceIdentifier.ignore();
            String name = type.getName().substring(root.length() + 1).split("\\$")[0];
            for (List<String> close : CLOSE_CLASSES)
              if (close.contains(name)) return SliceIdentifier.of(close.get(0));
            return SliceIdentifier.of(name);
          }

          @Override
          public String getDescription() {
            return "classes below " + root;
          }
        };
    return slices().assignedFrom(files).should().beFreeOfCycles();
  }

  /** The bound for each package, sub-rooms counted by themselves. */
  private ArchRule fewFiles() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("lie in a room with few files") {
              private final Map<String, Set<String>> files = new TreeMap<>();

              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (type.getEnclosingClass().isPresent()
                    || type.getSimpleName().equals("package-info")) return;
                Set<String> room =
                    files.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
                room.add(type.getName());
                int most = root.endsWith("broken") ? 1 : MOST_FILES;
                if (room.size() > most)
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " has " + room.size() + " files"));
              }
            });
  }

  private ArchRule noWindows() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(ASKING))
        .and()
        .resideOutsideOfPackages(packages("render", "read"))
        .should()
        .dependOnClassesThat(named("belongs to a window", ArchitectureRules::isWindow));
  }

  /** ImageIO takes nothing but a BufferedImage, which is an array of pixels and needs no screen. */
  private ArchRule noWindowsInRender() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("render"))
        .should()
        .dependOnClassesThat(
            named(
                "belongs to a window",
                name -> isWindow(name) && !name.equals("java.awt.image.BufferedImage")));
  }

  /** Java's decoders give images of these kinds, which are arrays and need no screen. */
  private ArchRule noWindowsInRead() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("read"))
        .should()
        .dependOnClassesThat(
            named(
                "belongs to a window",
                name ->
                    isWindow(name)
                        && !name.startsWith("java.awt.image.")
                        && !name.equals("java.awt.color.ColorSpace")));
  }

  private static boolean isWindow(String name) {
    return name.startsWith("java.awt.")
        || name.startsWith("javax.swing.")
        || name.startsWith("ij.plugin.frame.")
        || name.equals("ij.gui.GenericDialog")
        || name.equals("ij.WindowManager");
  }

  /** Methods touch tensors where they make networks and their layers, and nowhere else. */
  private ArchRule tensorsStayBelow() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages("nn", "compute"))
        .and()
        .resideOutsideOfPackages(
            root + ".method.cavga.network",
            root + ".method.cavga.layer",
            root + ".method.cavga.resident")
        .and()
        .haveNameNotMatching(Pattern.quote(root + ".preprocess.Tensors") + "(\\$.*)?")
        .and()
        .haveNameNotMatching(writesOnnx())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..");
  }

  /** On a graphics card, memory that Java sees is not what the card computes with. */
  private ArchRule noHostViews() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("nn.kernel", "nn.resident", "method.cavga.resident"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", "java.nio..", root + ".nn.array..")
        .orShould()
        .callMethodWhere(
            describe(
                "an array's memory is asked for",
                call ->
                    call.getTargetOwner().isAssignableTo(DataBuffer.class)
                        && !SYNCHRONIZED.contains(call.getName())));
  }

  /** The one class that knows ND4J's classes for ONNX and the shaded library that they need. */
  private String writesOnnx() {
    return Pattern.quote(root + ".onnx.OnnxGraph") + "(\\$.*)?";
  }

  private ArchRule noShadedLibraries() {
    return noClasses()
        .that()
        .haveNameNotMatching(writesOnnx())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j.shade..", "com.google.flatbuffers..", "onnx..");
  }

  private ArchRule noDeserialization() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            named(
                "reads or writes Java objects",
                name -> name.matches("java\\.io\\.Object(In|Out)put.*")));
  }

  private ArchRule noNetwork() {
    return noClasses()
        .should()
        .dependOnClassesThat(named("talks to other machines", ArchitectureRules::isNetwork));
  }

  private static boolean isNetwork(String name) {
    if (name.startsWith("java.net.http.") || name.startsWith("java.rmi.")) return true;
    if (name.startsWith("java.nio.channels.") && name.contains("Socket")) return true;
    return name.startsWith("java.net.") && !HARMLESS_NET.contains(name.substring(9));
  }

  /** Only compute reads from addresses: those of the services inside ND4J's jars. */
  private ArchRule noConnection() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages("compute"))
        .should()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection");
  }

  private ArchRule noMutableStatics() {
    return fields()
        .that()
        .areStatic()
        .and(describe("are written by people", field -> !field.getName().contains("$")))
        .should(beConstant());
  }

  private static ArchCondition<JavaField> beConstant() {
    return new ArchCondition<JavaField>("be constant") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        String type = field.getRawType().getName();
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean open =
            field.getModifiers().contains(JavaModifier.PUBLIC)
                || field.getModifiers().contains(JavaModifier.PROTECTED);
        // A table of constants is a room's own; nobody outside may write into it.
        boolean table = field.getRawType().isArray() && open;
        boolean mutable = MUTABLE.stream().anyMatch(type::startsWith);
        if (!isFinal || table || mutable)
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getFullName() + " is static and can be changed"));
      }
    };
  }

  private ArchRule onlyTheCommandLineExits() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages("cli"))
        .should()
        .callMethod(System.class, "exit", int.class);
  }

  /** Turkish has a dotted I, German a decimal comma, Arabic digits of its own. */
  private ArchRule noLanguage() {
    return noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class);
  }

  /** Up to Java 17 it is not UTF-8 on Windows. What other programs print comes in it. */
  private ArchRule noCharacterSet() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".compute.machine")
        .should()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(InputStreamReader.class, InputStream.class)
        .orShould()
        .callConstructor(OutputStreamWriter.class, OutputStream.class)
        .orShould()
        .callMethod(Charset.class, "defaultCharset")
        .orShould()
        .dependOnClassesThat(
            named(
                "reads or writes in it", name -> name.matches("java\\.io\\.File(Reader|Writer)")));
  }

  private static DescribedPredicate<JavaClass> named(
      String description, java.util.function.Predicate<String> name) {
    return describe(description, type -> name.test(type.getName()));
  }
}
