/**
 * The field of view: where in a photograph the retina is seen. Everything outside it counts for
 * nothing.
 *
 * <p>Doors: {@link sc.fiji.cavga.retina.FieldOfViewFinder}, which looks for the retina's disc or
 * its outline, {@link sc.fiji.cavga.retina.WholePicture} for pictures without borders, and {@link
 * sc.fiji.cavga.retina.FieldOfView}. Coordinates are the picture's pixels.
 *
 * <p>Where the retina is found decides what models see. A change needs new measurements.
 */
package sc.fiji.cavga.retina;
