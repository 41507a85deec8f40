/**
 * What an evaluation found, as files: {@code metrics.json}, {@code scores.csv}, plots in SVG and a
 * page in HTML that needs nothing else.
 *
 * <p>Doors: {@link sc.fiji.cavga.evaluate.report.EvaluationReport} and {@link
 * sc.fiji.cavga.evaluate.report.EvaluationPlots}.
 *
 * <p>The page and the plots may be changed here alone. File names, keys and columns may not:
 * scripts hold them.
 */
package sc.fiji.cavga.evaluate.report;
