/**
 * Whether a picture can be judged at all, asked before its score counts: is it a fundus photograph
 * of one eye, bright and complete enough, and does it lie among those that the model has learned
 * from.
 *
 * <p>Doors: {@link sc.fiji.cavga.gate.Gate}, which says {@link sc.fiji.cavga.gate.Doubt}s, and
 * {@link sc.fiji.cavga.gate.LearnedLimits}, which a model file stores.
 *
 * <p>Where haze and blur begin is told by matched filters: the direction in which they move a
 * picture's measures is known, and how healthy eyes differ among each other is learned.
 */
package sc.fiji.cavga.gate;
