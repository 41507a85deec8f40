/**
 * What phantoms are drawn with: planes of pixels, light, smooth noise (Perlin), soft shapes, random
 * numbers that are the same on every machine.
 *
 * <p>Doors: {@link sc.fiji.cavga.phantom.drawing.Eye}, what makes one eye this eye, {@link
 * sc.fiji.cavga.phantom.drawing.Frame}, where the camera looks, {@link
 * sc.fiji.cavga.phantom.drawing.RandomStream}.
 *
 * <p>The order in which random numbers are drawn may not change: each phantom would be another one.
 */
package sc.fiji.cavga.phantom.drawing;
