/**
 * Synthetic anomalies in normal pictures, with their masks: what teaches the U-Net, as in DRAEM
 * (Zavrtanik et al. 2021), but in shapes and colours of what eyes show.
 *
 * <p>Doors: {@link sc.fiji.cavga.synthetic.SyntheticAnomalies}, which adds some to a picture, and
 * {@link sc.fiji.cavga.synthetic.VaryingLight}, how pictures differ without being anomalous.
 *
 * <p>The same seed gives the same picture. A kind may be changed here alone; models trained with it
 * then need new measurements.
 */
package sc.fiji.cavga.synthetic;
