/**
 * Files and folders wherever they lie: on this machine's disks, or in whatever Hadoop reaches.
 *
 * <p>Doors: {@link sc.fiji.cavga.spark.store.Store}.
 */
package sc.fiji.cavga.spark.store;
