/**
 * The one place that knows both kinds of the paper's operations: for arrays in main memory and for
 * those that lie where ND4J's backend computes.
 *
 * <p>Door: {@link sc.fiji.cavga.method.cavga.operation.PaperOperations}.
 */
package sc.fiji.cavga.method.cavga.operation;
