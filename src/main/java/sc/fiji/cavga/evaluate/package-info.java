/**
 * How well a model does on test pictures: metrics that agree with scikit-learn's, their report and
 * their curves. Nothing here chooses a threshold for anyone to use.
 */
package sc.fiji.cavga.evaluate;
