package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a training step has computed: named rows of numbers, and what computed them. As text it is a
 * line for each row, with the name before the numbers.
 */
public final class StepNumbers {

  /** The largest difference that passes, as a share of a row's largest number. */
  public static final double TOLERANCE = 1e-3;

  /** A row without a larger number counts as if it had this one. */
  private static final double SMALL = 1e-5;

  /** As the CPU has computed them; CONTRIBUTING.md says how this file is written anew. */
  private static final String EXPECTED = "training-step.txt";

  private static final String BACKEND = "backend";

  private final String backend;
  private final Map<String, float[]> rows;

  /**
   * @param backend "CPU" or "CUDA"
   * @param rows whose names hold no spaces
   */
  public StepNumbers(String backend, Map<String, float[]> rows) {
    this.backend = backend;
    this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** "CPU" or "CUDA". */
  public String backend() {
    return backend;
  }

  Map<String, float[]> rows() {
    return rows;
  }

  /** The numbers that lie in the jar, computed by the CPU. */
  static StepNumbers expected() {
    try (InputStream stream = StepNumbers.class.getResourceAsStream(EXPECTED)) {
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("The jar's " + EXPECTED + " is damaged.", e);
    }
  }

  /**
   * @throws NoNumbersException where the text is something else
   */
  static StepNumbers parse(String text) throws NoNumbersException {
    Map<String, float[]> rows = new LinkedHashMap<>();
    String backend = null;
    for (String line : text.split("\n")) {
      String[] words = line.strip().split(" ");
      if (words[0].equals(BACKEND) && words.length == 2) backend = words[1];
      else if (rows.put(words[0], numbers(words)) != null) throw rubbish();
    }
    if (backend == null || rows.isEmpty()) throw rubbish();
    return new StepNumbers(backend, rows);
  }

  private static float[] numbers(String[] words) throws NoNumbersException {
    float[] numbers = new float[words.length - 1];
    if (numbers.length == 0) throw rubbish();
    try {
      for (int i = 0; i < numbers.length; i++) numbers[i] = Float.parseFloat(words[i + 1]);
    } catch (NumberFormatException e) {
      throw rubbish();
    }
    return numbers;
  }

  private static NoNumbersException rubbish() {
    return new NoNumbersException("its result could not be read");
  }

  /** As {@link #parse} reads it. */
  String toText() {
    StringBuilder text = new StringBuilder(BACKEND).append(' ').append(backend).append('\n');
    rows.forEach(
        (name, numbers) -> {
          text.append(name);
          for (float number : numbers) text.append(' ').append(number);
          text.append('\n');
        });
    return text.toString();
  }

  void write(Path file) throws IOException {
    Files.write(file, toText().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return for each row of the expected numbers, the largest difference as a share of the row's
   *     largest number; infinite where the row is missing, of another length, or not finite
   */
  Map<String, Double> differences(StepNumbers expected) {
    Map<String, Double> differences = new LinkedHashMap<>();
    expected.rows.forEach(
        (name, wanted) -> differences.put(name, difference(wanted, rows.get(name))));
    return differences;
  }

  private static double difference(float[] wanted, float[] found) {
    if (found == null || found.length != wanted.length) return Double.POSITIVE_INFINITY;
    double largest = SMALL;
    double difference = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (!Float.isFinite(found[i])) return Double.POSITIVE_INFINITY;
      largest = Math.max(largest, Math.abs(wanted[i]));
      difference = Math.max(difference, Math.abs((double) found[i] - wanted[i]));
    }
    return difference / largest;
  }

  /** What differs by more than {@link #TOLERANCE}, as half a sentence; empty where all agree. */
  Optional<String> disagreement(StepNumbers expected) {
    return differences(expected).entrySet().stream()
        .filter(each -> !(each.getValue() <= TOLERANCE))
        .findFirst()
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "its numbers are not those of the CPU (%s: %s instead of %s)",
                    each.getKey(),
                    shown(rows.get(each.getKey())),
                    shown(expected.rows.get(each.getKey()))));
  }

  private static String shown(float[] numbers) {
    if (numbers == null) return "nothing";
    return numbers.length == 1
        ? String.valueOf(numbers[0])
        : numbers[0] + " and " + (numbers.length - 1) + " more";
  }
}
