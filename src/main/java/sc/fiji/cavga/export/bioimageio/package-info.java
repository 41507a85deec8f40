/**
 * Packages of the BioImage Model Zoo: an exported model with a description that other programs read
 * and a test by which they see that they compute the same. Door: {@link
 * sc.fiji.cavga.export.bioimageio.ModelPackage}.
 */
package sc.fiji.cavga.export.bioimageio;
