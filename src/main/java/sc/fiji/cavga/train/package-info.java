/**
 * Training: from a folder of healthy eyes to a model file, with a checkpoint to go on from at any
 * time.
 */
package sc.fiji.cavga.train;
