/**
 * How training pictures are varied: mirror, rotation, brightness, contrast, tint.
 *
 * <p>Door: {@link sc.fiji.cavga.feed.augment.Augmentation}. Other ranges make other models, so that
 * a change needs new measurements; how a picture is turned may be changed here alone.
 */
package sc.fiji.cavga.feed.augment;
