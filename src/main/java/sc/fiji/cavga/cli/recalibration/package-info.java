/** {@code cavga recalibrate}: fits a model to other healthy eyes, or moves its thresholds. */
package sc.fiji.cavga.cli.recalibration;
