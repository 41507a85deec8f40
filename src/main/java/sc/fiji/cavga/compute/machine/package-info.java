/**
 * The machine and ND4J's libraries on it: processor, memory, graphics card, versions, logs.
 *
 * <p>Doors: {@link sc.fiji.cavga.compute.machine.ArrayMemory}, which refuses work before memory
 * runs out, {@link sc.fiji.cavga.compute.machine.CudaProbe} and {@link
 * sc.fiji.cavga.compute.machine.CudaVerdict}, whether a GPU can compute, and {@link
 * sc.fiji.cavga.compute.machine.EngineProperties}, what ND4J reads once at its start.
 *
 * <p>What is asked of a system and how may be changed here alone.
 */
package sc.fiji.cavga.compute.machine;
