/**
 * What cameras do to the same eye, discs that are fainter or have atrophy beside them, pictures of
 * nothing; and the drawing of numbers and the arithmetic on planes that painting has in common.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.teaching.camera.CameraChanges}, {@link
 * sc.fiji.cavga.method.disc.teaching.camera.DiscChanges}, {@link
 * sc.fiji.cavga.method.disc.teaching.camera.NoiseTexture} and {@link
 * sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc}.
 */
package sc.fiji.cavga.method.disc.teaching.camera;
