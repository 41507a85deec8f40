/**
 * Which files a run takes, numbered and divided into batches; and whose output folder it is.
 *
 * <p>Doors: {@link sc.fiji.cavga.spark.plan.WorkPlan}, {@link sc.fiji.cavga.spark.plan.RunLock} and
 * {@link sc.fiji.cavga.spark.plan.RunSettings}. No list of files ever comes to the driver.
 */
package sc.fiji.cavga.spark.plan;
