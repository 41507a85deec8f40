/**
 * What executors do: chunks of files, each file in a Java of its own.
 *
 * <p>Doors: {@link sc.fiji.cavga.spark.work.ChunkWork}, and {@link
 * sc.fiji.cavga.spark.work.PictureJava}, the Java that looks at pictures. A picture that ends it,
 * or takes too long, is tried once more in a new one.
 */
package sc.fiji.cavga.spark.work;
