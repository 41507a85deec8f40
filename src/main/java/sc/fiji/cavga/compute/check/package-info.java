/**
 * The trial before a graphics card computes for the first time: one training step of a tiny
 * network, in a Java process of its own, against the numbers of the CPU that lie in the jar.
 *
 * <p>A card that computes something else would spoil a model without a word. So a card is used only
 * after it has passed; the outcome is remembered for the user, the card, its driver and the
 * software.
 *
 * <p>Doors: {@link sc.fiji.cavga.compute.check.CardCheck}, which judges a card, {@link
 * sc.fiji.cavga.compute.check.CheckReport}, which makes the report that somebody with a card can
 * send back, and {@link sc.fiji.cavga.compute.check.TrainingStep}, the service that computes the
 * step, as networks lie above this room. What is compared and how a child is started may be changed
 * here alone.
 */
package sc.fiji.cavga.compute.check;
