/**
 * A U-Net (Ronneberger, Fischer and Brox 2015) that tells synthetic anomalies from what is normal,
 * as DRAEM's second network does (Zavrtanik, Kristan and Skocaj, ICCV 2021). Its learning rate
 * rises and falls once (Smith and Topin 2019).
 *
 * <p>Doors: {@link sc.fiji.cavga.method.local.net.SegmentationNet}, the network, and {@link
 * sc.fiji.cavga.method.local.net.SegmentationNetTraining}. What enters and leaves is [B,K,H,W].
 *
 * <p>How it is trained may be changed here alone, with new measurements. The names of its arrays
 * stand in model files and may not change.
 */
package sc.fiji.cavga.method.local.net;
