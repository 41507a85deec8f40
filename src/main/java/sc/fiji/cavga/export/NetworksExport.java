package sc.fiji.cavga.export;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.onnx.ExportableNetworks;
import sc.fiji.cavga.model.onnx.SquareNetworks;
import sc.fiji.cavga.onnx.OnnxGraph;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * The networks of a method that cannot say all in ONNX, and in words and numbers how a photograph
 * comes to its results with them. Immutable.
 */
final class NetworksExport implements Exported {

  private static final int COLOUR = 3;

  /** Is raised when who reads older descriptions would read newer ones wrongly. */
  private static final int VERSION = 1;

  private final TrainedModel model;
  private final MethodPart part;
  private final ExportableNetworks method;

  /**
   * @param part of a method that is an {@link ExportableNetworks}
   */
  NetworksExport(TrainedModel model, MethodPart part) {
    this.model = model;
    this.part = part;
    method = (ExportableNetworks) part.method();
  }

  @Override
  public String what() {
    return "Both networks of the method " + method.name() + " are";
  }

  @Override
  public List<String> notIncluded() {
    return ExportProperties.notInNetworks(model, part);
  }

  @Override
  public byte[] bytes(Map<String, String> properties) throws IOException {
    method.check(part.entries());
    try (SquareNetworks networks = method.networks(part.entries())) {
      OnnxGraph graph = new OnnxGraph("cavga");
      networks.write(new OnnxPicture(graph, networks.size(), COLOUR));
      Map<String, String> all = ExportProperties.ofNetworks(model, part, squares(networks));
      JsonObject description = method.numbers(part.entries());
      description.addProperty("version", VERSION);
      description.add("steps", DescribedSteps.of(method.stepsText(), step -> true));
      all.put(ExportProperties.NETWORKS, description.toString());
      all.putAll(properties);
      return graph.bytes(
          ExportProperties.PRODUCER,
          ExportProperties.version(),
          method.description() + " Its networks; for research, not a medical device.",
          all);
    }
  }

  /** How squares are made of photographs: upright, in colour, and the light as it is. */
  private Preprocessing squares(SquareNetworks networks) {
    return new Preprocessing(networks.size(), COLOUR, model.preprocessing().fieldOfView());
  }

  @Override
  public ExportCheck.Result check(byte[] exported, int threads) throws IOException {
    try (SquareNetworks networks = method.networks(part.entries())) {
      return ExportCheck.ofNetworks(networks, squares(networks), exported, threads);
    }
  }
}
