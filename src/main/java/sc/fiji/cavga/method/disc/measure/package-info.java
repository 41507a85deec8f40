/**
 * What is measured of an optic disc: outlines of disc and cup, the rim between them in clock hours
 * and sectors, ratios, pallor.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.measure.DiscMeasurement} and {@link
 * sc.fiji.cavga.method.disc.measure.DiscShape}. Directions are those of a clock face as the picture
 * is seen: 12 is up. The sectors and their order (ISNT) are those of Jonas, Budde and Panda-Jonas
 * (Survey of Ophthalmology 1999).
 */
package sc.fiji.cavga.method.disc.measure;
