/**
 * What labels of whole pictures teach the default map: which deviations are those of anomalous
 * pictures (multiple-instance learning by logistic regression).
 *
 * <p>Doors: {@link sc.fiji.cavga.method.local.weak.WeakReweightingFitter}, which learns, and {@link
 * sc.fiji.cavga.method.local.weak.WeakReweighting}, which is stored and used.
 *
 * <p>How it learns may be changed here alone, with new measurements. What {@link
 * sc.fiji.cavga.method.local.weak.WeakReweighting} computes of stored numbers may not.
 */
package sc.fiji.cavga.method.local.weak;
