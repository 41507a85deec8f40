/**
 * A small engine for networks of fixed shape over ND4J's native operations.
 *
 * <p>A {@link sc.fiji.cavga.nn.Graph} is described once; every array is allocated then, and a
 * training step writes in place. Each {@link sc.fiji.cavga.nn.Operation} has its own forward and
 * backward computation. Arrays are [B,H,W,C] inside the engine, which ND4J's convolutions are
 * fastest with; what enters and leaves is [B,C,H,W].
 *
 * <p>Where arrays lie is chosen once for a graph ({@link sc.fiji.cavga.compute.ArrayPlace}); {@link
 * sc.fiji.cavga.nn.layer.LayerOperations} adds the kind of each operation that computes there.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.Graph}, {@link sc.fiji.cavga.nn.Parameters}, {@link
 * sc.fiji.cavga.nn.Adam} (Kingma and Ba 2015), {@link sc.fiji.cavga.nn.StateExchange}, weights out
 * and in, and {@link sc.fiji.cavga.nn.layer.Layers}. The room knows no method. How something is
 * computed may be changed here alone; with other results stored models give other maps.
 */
package sc.fiji.cavga.nn;
