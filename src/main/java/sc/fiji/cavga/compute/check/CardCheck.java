package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.compute.machine.GraphicsCard;
import sc.fiji.cavga.compute.machine.JarVersion;

/** Tries out a graphics card before it is used, once for each card, driver and software. */
public final class CardCheck {

  private final StepChild child;
  private final CheckMemory memory;
  private final String software;

  CardCheck(StepChild child, CheckMemory memory, String software) {
    this.child = child;
    this.memory = memory;
    this.software = software;
  }

  /**
   * @param loader sees ND4J and this plugin
   */
  public static CardCheck standard(ClassLoader loader) {
    return new CardCheck(
        new StepChild(loader, List.of()),
        CheckMemory.ofUser(),
        "CAVGA "
            + JarVersion.of(loader, "sc.fiji", "CAVGA_")
            + " ND4J "
            + JarVersion.of(loader, "org.nd4j", "nd4j-api"));
  }

  /**
   * What came of the trial: an earlier one's outcome, or that of one that is made now and may take
   * minutes.
   */
  public CheckOutcome of(GraphicsCard card) {
    CheckOutcome earlier = memory.recall(key(card));
    if (earlier != null) return earlier;
    try {
      return keep(card, judge(child.compute()));
    } catch (NoNumbersException e) {
      return keep(card, CheckOutcome.failed(e.getMessage()));
    } catch (IOException e) {
      // Of the machine's, such as a full disk, and not to be remembered of the card.
      return CheckOutcome.failed("no process could be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CheckOutcome.failed("it was interrupted");
    }
  }

  CheckOutcome keep(GraphicsCard card, CheckOutcome outcome) {
    memory.keep(key(card), outcome);
    return outcome;
  }

  /** ND4J goes on with the CPU, without a word, where its library for cards does not start. */
  static CheckOutcome judge(StepNumbers numbers) {
    if (!numbers.backend().equals("CUDA"))
      return CheckOutcome.failed("ND4J's library for cards did not start");
    return numbers
        .disagreement(StepNumbers.expected())
        .map(CheckOutcome::failed)
        .orElse(CheckOutcome.passed());
  }

  private String key(GraphicsCard card) {
    return String.join(", ", card.name(), card.capability(), card.driverVersion(), software);
  }
}
