package sc.fiji.cavga.model.examination;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.onnx.OnnxValue;

/** What a {@link RawMap} of the network's square is, in ONNX. Immutable. */
public final class OnnxRawMap {

  /** What {@link ScoreParts} are. */
  public interface Parts {

    /**
     * @param share of the field of view, the most unusual one, that counts
     * @return a number for each part and picture, in their order, each [B,1]
     */
    List<OnnxValue> values(double share);
  }

  private final OnnxValue values;
  private final Parts parts;

  /** Whose score is made of the map's own highest values. */
  public OnnxRawMap(OnnxValue values) {
    this(values, null);
  }

  /**
   * @param values [B,1,H,W], larger where more anomalous; finite outside the field of view too
   * @param parts what the picture's score is made of; null for the map's own highest values
   */
  public OnnxRawMap(OnnxValue values, Parts parts) {
    this.values = Objects.requireNonNull(values);
    this.parts = parts;
  }

  /** [B,1,H,W]. */
  public OnnxValue values() {
    return values;
  }

  /** Empty where the map's own highest values make the score. */
  public Optional<Parts> parts() {
    return Optional.ofNullable(parts);
  }
}
