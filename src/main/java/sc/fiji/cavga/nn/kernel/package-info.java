/**
 * Arrays that only ND4J's operations touch, wherever its backend keeps them: on the CPU or on a
 * graphics card.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.kernel.Kernels}, ND4J's operations on whole arrays, {@link
 * sc.fiji.cavga.nn.kernel.Transfer}, the only way of numbers in and out, and {@link
 * sc.fiji.cavga.nn.kernel.DeviceArrays}, what a graph needs beside its nodes.
 *
 * <p>No class here takes an array's address, a pointer, an indexer or a buffer of Java's: a test
 * proves it. On a card the memory behind those is not what the card computes with.
 */
package sc.fiji.cavga.nn.kernel;
