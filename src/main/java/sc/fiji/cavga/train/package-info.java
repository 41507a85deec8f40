/**
 * Training, whatever the method: from a folder of healthy eyes to a model file, with a checkpoint
 * to go on from at any time.
 *
 * <p>Doors: {@link sc.fiji.cavga.train.Trainer}, {@link sc.fiji.cavga.train.TrainingConfig} and
 * {@link sc.fiji.cavga.train.Recalibrator}, which fits a finished model to other eyes. The order of
 * calls to a {@link sc.fiji.cavga.model.training.TrainingListener}, the files, and that a resumed
 * training gives the bits of an uninterrupted one are promises; all else may be changed here
 * without looking elsewhere.
 */
package sc.fiji.cavga.train;
