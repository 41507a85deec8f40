/**
 * How the networks that outline optic disc and cup are taught: from discs that somebody has
 * outlined, from others that the finder finds itself, and from cups that are painted into real
 * discs.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.teaching.DiscTeaching}, {@link
 * sc.fiji.cavga.method.disc.teaching.TeachingSettings} and {@link
 * sc.fiji.cavga.method.disc.teaching.DiscSample}. What is changed here changes nothing before the
 * shipped weights are taught anew and measured.
 */
package sc.fiji.cavga.method.disc.teaching;
