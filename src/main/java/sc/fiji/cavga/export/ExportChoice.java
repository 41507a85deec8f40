package sc.fiji.cavga.export;

import java.util.stream.Collectors;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.model.onnx.ExportableNetworks;

/** What is exported of a model: one map of it, or the networks of a method that says no more. */
public final class ExportChoice {

  private ExportChoice() {}

  /**
   * @param method of the model; null for the one whose map it is
   * @throws IllegalArgumentException with one sentence when there is no such method in the model,
   *     it makes no such map, or it cannot be exported
   */
  public static Exported of(TrainedModel model, String method, MapKind kind) {
    MethodPart part = part(model, method, kind);
    if (part.method() instanceof ExportableNetworks) return new NetworksExport(model, part);
    if (part.method() instanceof ExportableMethod) return new OnnxExport(model, part, kind);
    throw new IllegalArgumentException(
        "The method "
            + part.method().name()
            + " cannot be exported as ONNX: choose another method or model.");
  }

  private static MethodPart part(TrainedModel model, String method, MapKind kind) {
    if (method == null) return model.part(kind);
    for (MethodPart part : model.parts())
      if (part.method().name().equals(method)) {
        if (!part.calibrations().containsKey(kind))
          throw new IllegalArgumentException(
              "The model's method " + method + " has no map " + kind.label() + ": choose another.");
        return part;
      }
    throw new IllegalArgumentException(
        "The model has no method \""
            + Excerpt.of(method)
            + "\": choose "
            + model.parts().stream()
                .map(part -> part.method().name())
                .collect(Collectors.joining(" or "))
            + ".");
  }
}
