/**
 * What computes: ND4J's start, its device, and the threads that share work.
 *
 * <p>Doors: {@link sc.fiji.cavga.compute.ComputeBackend}, which everything that touches tensors
 * starts first, {@link sc.fiji.cavga.compute.ComputeDevice}, what computes and why, and {@link
 * sc.fiji.cavga.compute.ReadingThreads}, which read pictures beside. The room knows no other room.
 *
 * <p>How ND4J is started and how threads wait may be changed here alone. How work is divided among
 * threads may not: with the same number of threads the same bits must come out.
 */
package sc.fiji.cavga.compute;
