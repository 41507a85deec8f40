/**
 * Normal limits of an optic disc's measures, learned from healthy eyes alone: given the disc's
 * size, with Student's t distribution around a regression line. The idea is that of the Moorfields
 * regression analysis (Wollstein, Garway-Heath, Hitchings, Ophthalmology 1998).
 *
 * <p>Door: {@link sc.fiji.cavga.method.disc.limit.NormalLimits}.
 */
package sc.fiji.cavga.method.disc.limit;
