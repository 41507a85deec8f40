package sc.fiji.cavga.export.bioimageio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.export.ExportText;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.model.calibration.Calibration;

/** A package's page for people. */
final class PackageReadme {

  private PackageReadme() {}

  /**
   * Markdown.
   *
   * @param model name of the ONNX file
   */
  static String of(OnnxExport export, String model) {
    Calibration calibration = export.part().calibrations().get(export.kind());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("model", model);
    values.put("map", export.kind().label());
    values.put("method", export.part().method().name());
    values.put("channels", export.model().preprocessing().channels());
    values.put("size", export.model().preprocessing().size());
    values.put("map_quantile", percent(calibration.mapQuantile()));
    values.put("score_threshold", number(calibration.scoreThreshold()));
    values.put("score_quantile", percent(calibration.scoreQuantile()));
    String text = ExportText.read("package-readme.md");
    for (Map.Entry<String, Object> each : values.entrySet())
      text = text.replace("{" + each.getKey() + "}", each.getValue().toString());
    return text;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
