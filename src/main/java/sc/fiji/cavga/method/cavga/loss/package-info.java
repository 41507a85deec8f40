/**
 * The paper's losses, each with its derivative: the divergence of the latent, the adversarial loss,
 * L_ae (equation 4), the classifier's loss and L_cga (equation 7).
 *
 * <p>Doors: one class for each loss; {@link sc.fiji.cavga.method.cavga.loss.AttentionStatistics}
 * tells whether an attention map says anything.
 *
 * <p>What lies outside the field of view must not count. How a loss is computed may be changed here
 * alone; the tests compare it with central differences.
 */
package sc.fiji.cavga.method.cavga.loss;
