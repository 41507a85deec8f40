/**
 * Colours that files mean: profiles of the International Color Consortium (ICC) and the gamma and
 * primaries of PNG, brought to sRGB. Without AWT, so that every machine gives the same bits.
 *
 * <p>Doors: {@link sc.fiji.cavga.read.colour.IccProfile} and {@link
 * sc.fiji.cavga.read.colour.ColourSpace}. What sRGB pictures give may not change: models were
 * trained on them.
 */
package sc.fiji.cavga.read.colour;
