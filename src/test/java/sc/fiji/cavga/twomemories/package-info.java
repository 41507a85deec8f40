/**
 * Proves on the CPU what a graphics card would need: that nothing computes with memory behind
 * ND4J's back.
 *
 * <p>ND4J's CUDA backend keeps two copies of each array, one in main memory for Java and one on the
 * card for its native operations, and copies between them where it knows that one of them is out of
 * date. Here the CPU backend is made to do the same, below its own data buffers and native calls: a
 * copy that is out of date is filled with NaN. {@code docs/decisions/two-memories.md} says which of
 * ND4J's calls synchronize, as read in its CUDA backend's sources.
 *
 * <p>ND4J starts once in a Java process, so that each use of this is a process of its own.
 */
package sc.fiji.cavga.twomemories;
