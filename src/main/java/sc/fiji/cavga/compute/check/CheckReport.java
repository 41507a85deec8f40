package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sc.fiji.cavga.compute.machine.CudaProbe;
import sc.fiji.cavga.compute.machine.CudaVerdict;
import sc.fiji.cavga.compute.machine.GraphicsCard;
import sc.fiji.cavga.compute.machine.JarVersion;

/**
 * Computes the training step on the card or, where none can be used, on the CPU in the card's way,
 * whatever came of earlier trials; and tells it so that it can be sent to somebody else.
 */
public final class CheckReport {

  private final Map<String, String> machine = new LinkedHashMap<>();
  private final CheckOutcome outcome;
  private Map<String, Double> differences = Map.of();

  /**
   * @param loader sees ND4J and this plugin
   */
  public static CheckReport run(ClassLoader loader) throws InterruptedException {
    CudaVerdict cuda = CudaProbe.look(loader, true);
    Optional<GraphicsCard> card = cuda.isUsable() ? cuda.card() : Optional.empty();
    StepChild child =
        new StepChild(
            loader,
            card.isPresent()
                ? List.of()
                : List.of("-Dcavga.device=cpu", "-Dcavga.arrays=resident"));
    CheckReport report = new CheckReport(card.isPresent(), child);
    report.describe(loader, cuda);
    if (card.isPresent()) CardCheck.standard(loader).keep(card.get(), report.outcome);
    return report;
  }

  CheckReport(boolean onCard, StepChild child) throws InterruptedException {
    CheckOutcome found;
    try {
      StepNumbers numbers = child.compute();
      machine.put("Computed on", numbers.backend() + ", resident arrays");
      StepNumbers expected = StepNumbers.expected();
      differences = numbers.differences(expected);
      found =
          onCard
              ? CardCheck.judge(numbers)
              : numbers
                  .disagreement(expected)
                  .map(CheckOutcome::failed)
                  .orElse(CheckOutcome.passed());
    } catch (IOException e) {
      found = CheckOutcome.failed(e.getMessage());
    }
    outcome = found;
  }

  private void describe(ClassLoader loader, CudaVerdict cuda) {
    if (!cuda.isUsable()) machine.put("No card", cuda.reason());
    cuda.card().ifPresent(card -> machine.putAll(card.properties()));
    machine.put("CAVGA", JarVersion.of(loader, "sc.fiji", "CAVGA_"));
    machine.put("ND4J", JarVersion.of(loader, "org.nd4j", "nd4j-api"));
    machine.put("JavaCPP", JarVersion.of(loader, "org.bytedeco", "javacpp"));
    machine.put("Java", System.getProperty("java.version"));
    machine.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  public boolean isPassed() {
    return outcome.isPassed();
  }

  /** Lines of plain text without anything of the user's. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("CAVGA self-test: one training step of tiny networks ")
        .append(outcome)
        .append('\n');
    machine.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value)));
    if (differences.isEmpty()) return text.toString();
    text.append(
        String.format(
            Locale.ROOT,
            "%nLargest difference from the CPU's numbers, as a share of each row's largest"
                + " (at most %.0e):%n",
            StepNumbers.TOLERANCE));
    differences.forEach(
        (name, share) -> text.append(String.format(Locale.ROOT, "%.1e  %s%n", share, name)));
    return text.toString();
  }
}
