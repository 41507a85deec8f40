/**
 * Metrics of scores and maps, with their confidence intervals.
 *
 * <p>Doors: {@link sc.fiji.cavga.evaluate.metric.Evaluation}, which takes one picture after the
 * other, {@link sc.fiji.cavga.evaluate.metric.Metrics}, the result, and {@link
 * sc.fiji.cavga.evaluate.metric.Metric}, what is measured.
 *
 * <p>The keys of {@link sc.fiji.cavga.evaluate.metric.Metric} stand in {@code metrics.json} and may
 * not change. Definitions are those of scikit-learn, and AUPRO's those of Bergmann et al. (2019);
 * tests compare them. How something is computed may be changed here alone.
 */
package sc.fiji.cavga.evaluate.metric;
