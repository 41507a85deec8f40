/**
 * Labelled values from the largest to the smallest, and what all their thresholds together tell. It
 * knows neither pictures nor models.
 *
 * <p>Doors: {@link sc.fiji.cavga.evaluate.ranking.Ranking}, {@link
 * sc.fiji.cavga.evaluate.ranking.RankingMetrics} (AUROC, average precision, best intersection over
 * union) and {@link sc.fiji.cavga.evaluate.ranking.PixelRanking}, which takes any number of pixels
 * in little memory.
 *
 * <p>How values are sorted and counted may be changed here alone, as long as the results agree with
 * scikit-learn's.
 */
package sc.fiji.cavga.evaluate.ranking;
