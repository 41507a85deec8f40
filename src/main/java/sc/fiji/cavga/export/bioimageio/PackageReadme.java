package sc.fiji.cavga.export.bioimageio;

import java.util.Locale;
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
    int size = export.model().preprocessing().size();
    return String.join(
        "\n",
        "# Where an eye differs from healthy ones",
        "",
        "For research. This is not a medical device. Do not use it to decide about a patient.",
        "",
        String.format(
            Locale.ROOT,
            "%s holds the map \"%s\" of the method \"%s\" of a model that was trained with [CAVGA"
                + " for Fiji](https://github.com/fiji/CAVGA): all that is computed from the square"
                + " around an eye to a calibrated map, a score and a decision.",
            model,
            export.kind().label(),
            export.part().method().name()),
        "",
        "## Input and output",
        "",
        "| tensor | shape | what |",
        "|---|---|---|",
        String.format(
            Locale.ROOT,
            "| picture | [B,%d,%d,%d] | the square around the eye, 0 to 1, 0 outside the field of"
                + " view |",
            export.model().preprocessing().channels(),
            size,
            size),
        String.format(
            Locale.ROOT,
            "| field_of_view | [B,1,%d,%d] | 1 where the square shows the retina, else 0 |",
            size,
            size),
        String.format(
            Locale.ROOT,
            "| map | [B,1,%d,%d] | 1 is the threshold, below which %.4g %% of healthy pixels lie;"
                + " NaN outside the field of view |",
            size,
            size,
            100 * calibration.mapQuantile()),
        String.format(
            Locale.ROOT,
            "| score | [B] | on no fixed scale; its threshold is %.6g, below which %.4g %% of"
                + " healthy pictures lie |",
            calibration.scoreThreshold(),
            100 * calibration.scoreQuantile()),
        "| anomalous | [B] | whether the score lies above its threshold |",
        "| judged | [B] | false where nothing can be said, as far as the score tells |",
        "",
        "## How a photograph becomes the input",
        "",
        PackageFiles.PREPROCESSING
            + " says it step by step, with all numbers: find the retina, cut out the square around"
            + " it, average it down. Without these steps the map means nothing. It also says how"
            + " the map is drawn in the photograph's own pixels. CAVGA's folder docs/python does"
            + " all of it in plain Python.",
        "",
        "## Validation",
        "",
        "The test tensors are a drawn eye or chance, and what CAVGA's own engine says of it. To"
            + " validate the model for your camera, have it look at healthy photographs that it has"
            + " not learned from: the shares above of their pixels and pictures should lie below"
            + " the thresholds. With masks of lesions, `cavga evaluate` measures AUROC and AUPRO.",
        "",
        "## Limits",
        "",
        "It knows the healthy eyes of the cameras it has learned from: other cameras may be marked"
            + " everywhere. Whether a photograph can be judged at all, by its sharpness, colours and"
            + " light, only CAVGA itself asks.",
        "");
  }
}
