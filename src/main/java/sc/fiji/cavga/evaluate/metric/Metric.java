package sc.fiji.cavga.evaluate.metric;

import java.util.Locale;

/**
 * What is measured, in the order of {@code metrics.json}, with names and meanings for people. Those
 * without are of interest to programs alone.
 */
public enum Metric {
  IMAGE_AUROC(
      "Image AUROC",
      "How often an anomalous picture scores higher than a normal one; 0.5 is chance."),
  /** Lower end of its 95 % bootstrap interval. */
  IMAGE_AUROC_LOW("", ""),
  /** Upper end of its 95 % bootstrap interval. */
  IMAGE_AUROC_HIGH("", ""),
  IMAGE_AP(
      "Image AP",
      "Precision of the scores, averaged over all recalls; chance is the anomalous share."),
  BALANCED_ACCURACY(
      "Balanced accuracy", "Mean of sensitivity and specificity at the model's own threshold."),
  ACCURACY("Accuracy", "Share of right decisions at the model's own threshold."),
  SENSITIVITY_AT_95_SPECIFICITY(
      "Sensitivity at 95 % specificity",
      "Anomalous pictures found if one in twenty normal ones may be called anomalous."),
  PIXEL_AUROC("Pixel AUROC", "How often an anomalous pixel is marked stronger than a normal one."),
  PIXEL_AP("Pixel AP", "Precision of the pixels, averaged over all recalls."),
  /** Area under the per-region overlap up to 30 % false positive pixels. */
  AUPRO_30(
      "AUPRO at 30 %",
      "Share of each lesion that is covered, small and large alike, up to 30 % false pixels."),
  IOU_AT_THRESHOLD(
      "IoU at the calibrated threshold",
      "Overlap of marked and anomalous pixels, all pictures together."),
  IOU_AT_PAPER_THRESHOLD(
      "IoU of 1 − A at the paper's 0.5",
      "The paper's map at its fixed threshold, all pictures together."),
  MEAN_IOU_AT_PAPER_THRESHOLD(
      "Mean IoU of 1 − A at the paper's 0.5",
      "The same averaged over pictures with a mask, as in the paper's tables."),
  PAPER_ACCURACY(
      "Accuracy of the paper's score",
      "Difference of picture and reconstruction, scaled over the test pictures, above 0.5."),
  PAPER_BALANCED_ACCURACY(
      "Balanced accuracy of the paper's score",
      "Difference of picture and reconstruction, scaled over the test pictures, above 0.5."),
  IOU_MAX(
      "Best IoU (no result)",
      "At the threshold that suits these test pictures best: a bound, not a result."),
  DICE_AT_THRESHOLD("Dice at the calibrated threshold", "The same, as Dice's coefficient.");

  private final String title;
  private final String meaning;

  Metric(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** Its key in {@code metrics.json}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** What it says, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
