/**
 * What a training leaves behind and a localization starts from: the model with its calibration, its
 * file, and the raw anomaly maps that both are made of.
 */
package sc.fiji.cavga.model;
