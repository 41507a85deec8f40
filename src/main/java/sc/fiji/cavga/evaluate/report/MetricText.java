package sc.fiji.cavga.evaluate.report;

import java.util.Locale;
import sc.fiji.cavga.evaluate.metric.Interval;
import sc.fiji.cavga.evaluate.metric.Metric;

/** Metrics' names and meanings for people, and numbers as they are shown to them. */
final class MetricText {

  private MetricText() {}

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  static String interval(Interval interval) {
    return interval.known() ? number(interval.low()) + " to " + number(interval.high()) : "";
  }

  static String name(Metric metric) {
    switch (metric) {
      case IMAGE_AUROC:
        return "Image AUROC";
      case IMAGE_AP:
        return "Image AP";
      case BALANCED_ACCURACY:
        return "Balanced accuracy";
      case ACCURACY:
        return "Accuracy";
      case SENSITIVITY_AT_95_SPECIFICITY:
        return "Sensitivity at 95 % specificity";
      case PIXEL_AUROC:
        return "Pixel AUROC";
      case PIXEL_AP:
        return "Pixel AP";
      case AUPRO_30:
        return "AUPRO at 30 %";
      case IOU_AT_THRESHOLD:
        return "IoU at the calibrated threshold";
      case DICE_AT_THRESHOLD:
        return "Dice at the calibrated threshold";
      case IOU_AT_PAPER_THRESHOLD:
        return "IoU of 1 − A at the paper's 0.5";
      case MEAN_IOU_AT_PAPER_THRESHOLD:
        return "Mean IoU of 1 − A at the paper's 0.5";
      case PAPER_ACCURACY:
        return "Accuracy of the paper's score";
      case PAPER_BALANCED_ACCURACY:
        return "Balanced accuracy of the paper's score";
      case IOU_MAX:
        return "Best IoU (no result)";
      default:
        return metric.key();
    }
  }

  static String meaning(Metric metric) {
    switch (metric) {
      case IMAGE_AUROC:
        return "How often an anomalous picture scores higher than a normal one; 0.5 is chance.";
      case IMAGE_AP:
        return "Precision of the scores, averaged over all recalls; chance is the anomalous share.";
      case BALANCED_ACCURACY:
        return "Mean of sensitivity and specificity at the model's own threshold.";
      case ACCURACY:
        return "Share of right decisions at the model's own threshold.";
      case SENSITIVITY_AT_95_SPECIFICITY:
        return "Anomalous pictures found if one in twenty normal ones may be called anomalous.";
      case PIXEL_AUROC:
        return "How often an anomalous pixel is marked stronger than a normal one.";
      case PIXEL_AP:
        return "Precision of the pixels, averaged over all recalls.";
      case AUPRO_30:
        return "Share of each lesion that is covered, small and large alike, up to 30 % false"
            + " pixels.";
      case IOU_AT_THRESHOLD:
        return "Overlap of marked and anomalous pixels, all pictures together.";
      case DICE_AT_THRESHOLD:
        return "The same, as Dice's coefficient.";
      case IOU_AT_PAPER_THRESHOLD:
        return "The paper's map at its fixed threshold, all pictures together.";
      case MEAN_IOU_AT_PAPER_THRESHOLD:
        return "The same averaged over pictures with a mask, as in the paper's tables.";
      case PAPER_ACCURACY:
      case PAPER_BALANCED_ACCURACY:
        return "Difference of picture and reconstruction, scaled over the test pictures, above"
            + " 0.5.";
      case IOU_MAX:
        return "At the threshold that suits these test pictures best: a bound, not a result.";
      default:
        return "";
    }
  }
}
