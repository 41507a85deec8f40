/**
 * Layers and losses for arrays that lie where ND4J's backend computes, such as a graphics card:
 * each is made of ND4J's operations alone, with its own derivative.
 *
 * <p>Doors: the operations, among which {@link sc.fiji.cavga.nn.layer.LayerOperations} chooses, and
 * {@link sc.fiji.cavga.nn.resident.ResidentLoss} and {@link sc.fiji.cavga.nn.resident.Gradients},
 * of which methods make their own. They compute what those of {@code nn.layer} and {@code
 * nn.convolution} compute, to single precision, of arrays of the same shapes.
 *
 * <p>No class here takes an array's address, a pointer, an indexer or a buffer of Java's: a test
 * proves it.
 */
package sc.fiji.cavga.nn.resident;
