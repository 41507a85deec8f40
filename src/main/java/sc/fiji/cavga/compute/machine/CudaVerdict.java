package sc.fiji.cavga.compute.machine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a GPU will compute, and why not.
 *
 * <p>Found out before ND4J starts, because it cannot change its mind: one Java process computes
 * either on the CPU or on the GPU, and ND4J's own way of noticing that there is no GPU is a stack
 * trace on the console.
 */
public final class CudaVerdict {

  /** CUDA 11.6 runs with every driver from this one. */
  static final int OLDEST_DRIVER = 450;

  private final boolean usable;

  /** The one that would compute or that keeps cards from computing; null where none was found. */
  private final GraphicsCard card;

  private final String reason;

  private CudaVerdict(boolean usable, GraphicsCard card, String reason) {
    this.usable = usable;
    this.card = card;
    this.reason = reason;
  }

  private static CudaVerdict unusable(String reason) {
    return new CudaVerdict(false, null, reason);
  }

  /**
   * Judges by what can be known without loading anything of CUDA.
   *
   * @param wanted false where the user has asked for the CPU
   * @param libraryPresent whether this is a build with ND4J's CUDA library
   * @param cards what the driver lists, null where no driver answers
   */
  static CudaVerdict of(boolean wanted, boolean libraryPresent, List<GraphicsCard> cards) {
    if (!wanted) return unusable("the CPU was asked for");
    if (!libraryPresent) return unusable("this build has no library for GPUs");
    if (cards == null) return unusable("no NVIDIA driver answers (nvidia-smi)");
    if (cards.isEmpty()) return unusable("the NVIDIA driver lists no GPU with its capability");
    // ND4J starts every card that it sees, so that one it cannot run on stops it.
    for (GraphicsCard card : cards) {
      if (!card.runsLibrary())
        return refused(
            card,
            String.format(
                Locale.ROOT,
                "the %s has compute capability %s, and the CUDA library runs on 3.7 to 8.9",
                card.name(),
                card.capability()));
      if (card.driver() < OLDEST_DRIVER)
        return refused(
            card,
            String.format(
                Locale.ROOT,
                "the NVIDIA driver %d is too old for CUDA 11.6, which needs %d or later",
                card.driver(),
                OLDEST_DRIVER));
    }
    GraphicsCard first = cards.get(0);
    return new CudaVerdict(true, first, "its compute capability is " + first.capability());
  }

  private static CudaVerdict refused(GraphicsCard card, String reason) {
    return new CudaVerdict(false, card, reason);
  }

  /**
   * The same card, which will not compute.
   *
   * @param why half a sentence, to stand after "because"
   */
  public CudaVerdict refused(String why) {
    return refused(card, why);
  }

  /**
   * The same card, of which more is known.
   *
   * @param fact half a sentence, to stand after "and"
   */
  public CudaVerdict confirmed(String fact) {
    return new CudaVerdict(usable, card, reason + " and " + fact);
  }

  public boolean isUsable() {
    return usable;
  }

  /** The card that will compute or that is the reason why none does; empty where none was found. */
  public Optional<GraphicsCard> card() {
    return Optional.ofNullable(card);
  }

  /** Half a sentence, to stand after "because". */
  public String reason() {
    return reason;
  }
}
