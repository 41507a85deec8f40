/**
 * A small engine for networks of fixed shape over ND4J's native operations.
 *
 * <p>A {@link sc.fiji.cavga.nn.Graph} is described once; every array is allocated then, and a
 * training step writes in place. Each {@link sc.fiji.cavga.nn.Operation} has its own forward and
 * backward computation, so a network or a loss that is made of operations needs no derivative of
 * its own. Arrays are [B,H,W,C] inside the engine, which ND4J's convolutions are fastest with; what
 * enters and leaves is [B,C,H,W].
 */
package sc.fiji.cavga.nn;
