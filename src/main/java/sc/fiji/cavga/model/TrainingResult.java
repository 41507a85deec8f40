package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a method's training has made: a model, its record, and what is worth knowing of it. */
public final class TrainingResult implements AutoCloseable {

  private final AnomalyModel model;
  private final JsonObject record;
  private final List<String> warnings;
  private TrainingResult last;

  /**
   * @param model closed with this
   * @param record for the model file, the same with the same seed
   * @param warnings one sentence each
   */
  public TrainingResult(AnomalyModel model, JsonObject record, List<String> warnings) {
    this.model = Objects.requireNonNull(model);
    this.record = record;
    this.warnings = List.copyOf(warnings);
  }

  /** The same with the model of the last epoch beside the best, where they are not the same. */
  public TrainingResult withLast(TrainingResult other) {
    last = Objects.requireNonNull(other);
    return this;
  }

  public AnomalyModel model() {
    return model;
  }

  public JsonObject record() {
    return record;
  }

  public List<String> warnings() {
    return warnings;
  }

  /** The model of the last epoch, where it is another one. */
  public Optional<TrainingResult> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void close() {
    model.close();
    if (last != null) last.close();
  }
}
