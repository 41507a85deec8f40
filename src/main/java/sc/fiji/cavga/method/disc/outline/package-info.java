/**
 * Where optic disc and cup lie in a photograph.
 *
 * <p>Door: {@link sc.fiji.cavga.method.disc.outline.OutlinedDisc}.
 */
package sc.fiji.cavga.method.disc.outline;
