/**
 * Arrays in native memory, and loops over them.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.array.Values}, one array's elements, {@link
 * sc.fiji.cavga.nn.array.RowBuffer}, a part of them in Java's memory where loops are fast, {@link
 * sc.fiji.cavga.nn.array.Matrix}, products, and {@link sc.fiji.cavga.nn.array.FixedSplit}, work on
 * several threads.
 *
 * <p>How a loop is computed may be changed here alone. The order of summation may not: the same
 * work must give the same bits.
 */
package sc.fiji.cavga.nn.array;
