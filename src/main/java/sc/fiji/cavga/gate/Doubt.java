package sc.fiji.cavga.gate;

import java.util.Objects;

/** Why a picture cannot be judged as others are. Immutable. */
public final class Doubt {

  private final String sentence;
  private final boolean noFundus;

  private Doubt(String sentence, boolean noFundus) {
    this.sentence = Objects.requireNonNull(sentence);
    this.noFundus = noFundus;
  }

  /** The picture is no fundus photograph of one eye: nothing that is said of it means anything. */
  public static Doubt noFundus(String sentence) {
    return new Doubt(sentence, true);
  }

  /** The picture shows an eye, but not well enough to call it normal. */
  public static Doubt unclear(String sentence) {
    return new Doubt(sentence, false);
  }

  /** For a person, one sentence: what is wrong and what to do. */
  public String sentence() {
    return sentence;
  }

  /** Whether not even an anomaly that was found counts. */
  public boolean isNoFundus() {
    return noFundus;
  }
}
