/**
 * Optic discs whose outlines are told: the disc's margin, a cup of a wanted size, and notches of
 * the rim at wanted clock hours.
 *
 * <p>Doors: {@link sc.fiji.cavga.phantom.cup.DiscDesign}, what is wanted, and {@link
 * sc.fiji.cavga.phantom.cup.DrawnOutlines}, where it lies in the picture. The discs of the older
 * pictures are {@link sc.fiji.cavga.phantom.anatomy.OpticDisc}, whose bits must not change.
 */
package sc.fiji.cavga.phantom.cup;
