/**
 * How training pictures are varied: mirror, rotation, brightness, contrast, tint; and as other
 * cameras might show them.
 *
 * <p>Doors: {@link sc.fiji.cavga.feed.augment.Augmentation} and {@link
 * sc.fiji.cavga.feed.augment.OtherCamera}. Other ranges make other models, so that a change needs
 * new measurements; how a picture is turned may be changed here alone.
 */
package sc.fiji.cavga.feed.augment;
