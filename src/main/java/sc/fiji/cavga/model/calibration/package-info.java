/**
 * From a raw map to a calibrated one, in which 1.0 is the threshold, and to the picture's score.
 *
 * <p>Doors: {@link sc.fiji.cavga.model.calibration.CalibrationFitting}, which makes thresholds from
 * held-out normal pictures, {@link sc.fiji.cavga.model.calibration.Calibration}, which uses them,
 * and {@link sc.fiji.cavga.model.calibration.CalibrationEntries}, how they stand in a model file.
 * What is computed here decides what is called anomalous: a change needs new measurements.
 */
package sc.fiji.cavga.model.calibration;
