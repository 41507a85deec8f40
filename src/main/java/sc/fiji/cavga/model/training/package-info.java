/**
 * What a training tells those who watch it, and what it leaves to go on from. Knows no method.
 *
 * <p>Doors: {@link sc.fiji.cavga.model.training.TrainingListener} for windows, tasks and progress
 * lines; {@link sc.fiji.cavga.model.training.TrainingState} for methods. The names of files in
 * {@link sc.fiji.cavga.model.training.TrainingFiles} may not change: scripts hold them.
 */
package sc.fiji.cavga.model.training;
