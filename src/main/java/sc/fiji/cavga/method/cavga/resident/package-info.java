/**
 * The paper's layers and losses for arrays that lie where ND4J's backend computes: each of ND4J's
 * operations alone, with its own derivative.
 *
 * <p>Doors: the operations, among which the network chooses by where its graph's arrays lie. They
 * compute what those of {@code method.cavga.layer} and {@code method.cavga.loss} compute, to single
 * precision, of arrays of the same shapes.
 *
 * <p>No class here takes an array's address, a pointer, an indexer or a buffer of Java's: a test
 * proves it.
 */
package sc.fiji.cavga.method.cavga.resident;
