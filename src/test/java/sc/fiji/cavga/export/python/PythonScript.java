package sc.fiji.cavga.export.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import sc.fiji.cavga.compute.ForkedJava;

/** Runs a script of {@code docs/python} in the machine's Python, or skips the test. */
final class PythonScript {

  private static final Path SCRIPTS = Paths.get("docs", "python");
  private static final Path STAND_INS = Paths.get("src", "test", "python", "stand_in");

  /** Runs the script for each picture in one Python, which takes a while to start. */
  private static final String EACH =
      "import os, runpy, sys\n"
          + "words = sys.argv[1:]\n"
          + "sys.path[0] = os.path.dirname(words[0])\n"
          + "for at in range(1, len(words), 3):\n"
          + "    sys.argv = words[:1] + words[at : at + 3]\n"
          + "    try: runpy.run_path(words[0])\n"
          + "    except SystemExit as refused: print(refused.code)\n";

  private final String python;
  private final List<String> words = new ArrayList<>();

  /** Skips the test where there is no Python with NumPy and Pillow. */
  PythonScript(String name) {
    python = python("import numpy, PIL").orElse(null);
    Assumptions.assumeTrue(python != null, "no Python with NumPy and Pillow is on this machine");
    words.add(SCRIPTS.resolve(name).toString());
  }

  private static Optional<String> python(String program) {
    for (String name : new String[] {"python3", "python", "/usr/bin/python3"})
      try {
        Process process =
            new ProcessBuilder(name, "-c", program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) return Optional.of(name);
      } catch (IOException absent) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    return Optional.empty();
  }

  PythonScript add(Path model, Path picture, Path written) {
    words.addAll(List.of(model.toString(), picture.toString(), written.toString()));
    return this;
  }

  /** With the machine's own onnxruntime; where there is none, with ONNX Runtime in Java. */
  List<String> runWithOnnxRuntime() throws IOException, InterruptedException {
    return run(python("import numpy, PIL, onnxruntime").isPresent() ? null : "java");
  }

  /** With a map that is the picture's first channel; models are files of metadata. */
  List<String> runWithEcho() throws IOException, InterruptedException {
    return run("echo");
  }

  /** The lines that the script prints. */
  private List<String> run(String standIn) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python, "-W", "ignore", "-c", EACH));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    if (standIn != null)
      builder.environment().put("PYTHONPATH", STAND_INS.resolve(standIn).toString());
    builder.environment().put("CAVGA_JAVA_RUNTIME", new Gson().toJson(java()));
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), printed);
    return List.of(printed.split("\\R"));
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        String.join(File.pathSeparator, ForkedJava.classPath()),
        JavaRuntimeProcess.class.getName());
  }
}
