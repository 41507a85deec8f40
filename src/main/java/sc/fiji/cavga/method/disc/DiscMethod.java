package sc.fiji.cavga.method.disc;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.outline.DiscNetworks;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.onnx.ExportableNetworks;
import sc.fiji.cavga.model.onnx.SquareNetworks;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/** Optic disc, cup and rim; see {@link sc.fiji.cavga.method.disc}. */
@Plugin(type = Method.class, name = DiscMethod.NAME, priority = Priority.NORMAL)
public final class DiscMethod implements ExportableNetworks {

  public static final String NAME = "disc";

  private static final String NETWORKS = "networks";
  private static final String LIMITS = "limits";
  private static final String LABELS = "labels";

  private final List<NamedArray> networks;

  public DiscMethod() {
    this(null);
  }

  /**
   * @param networks weights to outline discs with, as {@link
   *     DiscOutliner#weights(java.nio.file.Path)} reads them; null for those that come with the
   *     software
   */
  public DiscMethod(List<NamedArray> networks) {
    this.networks = networks;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Optic disc, cup and rim against normal limits of healthy eyes, given the disc's size:"
        + " finds glaucoma.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public boolean takesCrops() {
    return true;
  }

  @Override
  public TrainingResult train(MethodTraining training) throws IOException, InterruptedException {
    return new DiscTraining(training, networks).run();
  }

  @Override
  public void check(ModelEntries entries) throws IOException {
    limits(entries);
    weights(entries);
    entries.require(NETWORKS);
  }

  private static NormalLimits limits(ModelEntries entries) throws IOException {
    try {
      return NormalLimits.of(entries.require(LIMITS));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Null where the model was trained without labelled eyes. */
  private static float[] weights(ModelEntries entries) throws IOException {
    if (!entries.has(LABELS)) return null;
    List<NamedArray> arrays = entries.require(LABELS);
    if (arrays.size() != 1 || arrays.get(0).values().length != DiscScore.length() + 1)
      throw new IOException("what labels taught has another size.");
    return arrays.get(0).values();
  }

  @Override
  public AnomalyModel read(ModelEntries entries) throws IOException {
    NormalLimits limits = limits(entries);
    float[] weights = weights(entries);
    try {
      return new DiscModel(new DiscOutliner(entries.require(NETWORKS)), limits, weights);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public SquareNetworks networks(ModelEntries entries) throws IOException {
    try {
      return new DiscNetworks(entries.require(NETWORKS));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public String stepsText() {
    return "discs.txt";
  }

  @Override
  public JsonObject numbers(ModelEntries entries) throws IOException {
    return DiscNumbers.of(limits(entries), weights(entries));
  }

  @Override
  public Optional<Refitting> refitting(ModelEntries entries, int steps) throws IOException {
    return Optional.of(new DiscRefitting(entries.require(NETWORKS), weights(entries)));
  }

  @Override
  public ModelEntries write(AnomalyModel model, Settings settings) {
    DiscModel disc = (DiscModel) model;
    Map<String, List<NamedArray>> parts = new TreeMap<>();
    parts.put(NETWORKS, disc.outliner.weights());
    parts.put(LIMITS, disc.limits.toArrays());
    disc.weights()
        .ifPresent(
            weights ->
                parts.put(
                    LABELS,
                    List.of(new NamedArray("weights", new long[] {weights.length}, weights))));
    return new ModelEntries(settings, parts);
  }
}
