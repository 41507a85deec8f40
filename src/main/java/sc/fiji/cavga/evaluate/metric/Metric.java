package sc.fiji.cavga.evaluate.metric;

import java.util.Locale;

/** What is measured, in the order of the report; the keys of {@code metrics.json} in upper case. */
public enum Metric {
  /** Area under the pictures' receiver operating characteristic, on raw scores. */
  IMAGE_AUROC,
  /** Lower end of its 95 % bootstrap interval. */
  IMAGE_AUROC_LOW,
  /** Upper end of its 95 % bootstrap interval. */
  IMAGE_AUROC_HIGH,
  /** Average precision of the pictures' scores. */
  IMAGE_AP,
  /** Mean of sensitivity and specificity at the calibrated score threshold. */
  BALANCED_ACCURACY,
  /** Share of the pictures that the calibrated score threshold decides rightly. */
  ACCURACY,
  /** The largest sensitivity with at least 95 % specificity. */
  SENSITIVITY_AT_95_SPECIFICITY,
  /** Area under the receiver operating characteristic of all pixels together. */
  PIXEL_AUROC,
  /** Average precision of all pixels together. */
  PIXEL_AP,
  /** Area under the per-region overlap up to 30 % false positive pixels. */
  AUPRO_30,
  /** Intersection over union of all pixels together at the calibrated threshold. */
  IOU_AT_THRESHOLD,
  /** The same of the paper's map 1 − A at the paper's threshold 0.5. */
  IOU_AT_PAPER_THRESHOLD,
  /**
   * The mean over the pictures with a mask of each one's own intersection over union, of 1 − A at
   * 0.5: the number that the paper's tables give.
   */
  MEAN_IOU_AT_PAPER_THRESHOLD,
  /**
   * The share of right decisions by the paper's image score, the normalized difference of picture
   * and reconstruction, at its threshold 0.5.
   */
  PAPER_ACCURACY,
  /** Mean of sensitivity and specificity of those decisions. */
  PAPER_BALANCED_ACCURACY,
  /** The best over all thresholds: chosen on the test pictures, a bound and no result. */
  IOU_MAX,
  /** Dice's coefficient of all pixels together at the calibrated threshold. */
  DICE_AT_THRESHOLD;

  /** Its key in {@code metrics.json}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
