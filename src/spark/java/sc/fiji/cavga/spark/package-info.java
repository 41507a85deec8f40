/**
 * Localizes archives of photographs on Apache Spark; compiled by {@code src/spark/pom.xml} alone,
 * into a jar of its own.
 *
 * <p>Doors: {@link sc.fiji.cavga.spark.SparkMain}, where {@code spark-submit} begins. Nothing knows
 * this room. It makes no row itself: {@link sc.fiji.cavga.localize.folder.FileLocalizer} does, in a
 * Java of its own beside each core of an executor, so that no photograph can end an executor.
 */
package sc.fiji.cavga.spark;
