/** The menu's command that fits a model to other healthy eyes, or moves its thresholds. */
package sc.fiji.cavga.command.recalibration;
