/**
 * Archives on Spark, tried with real processes: masters, workers, drivers and HDFS, each in a Java
 * of its own with the libraries of its version.
 */
package sc.fiji.cavga.spark;
