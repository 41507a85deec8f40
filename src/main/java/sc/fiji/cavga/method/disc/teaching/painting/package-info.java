/**
 * Paints cups into real discs, in logarithms of light: a disc is taken apart into light without
 * vessels and cup and what vessels and texture add to it, and put together again around another
 * cup.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.teaching.painting.SyntheticCups}, {@link
 * sc.fiji.cavga.method.disc.teaching.painting.CleanDisc}, {@link
 * sc.fiji.cavga.method.disc.teaching.painting.DiscCrop}, {@link
 * sc.fiji.cavga.method.disc.teaching.painting.HarmonicOutline} and {@link
 * sc.fiji.cavga.method.disc.teaching.painting.ConvexOutline}. How cups look decides what the
 * network learns: a change needs new weights and new measurements.
 */
package sc.fiji.cavga.method.disc.teaching.painting;
