/**
 * Deflate, the compression of TIFF, for words of 32 bits. Doors: {@link
 * sc.fiji.cavga.render.deflate.WordDeflater}.
 */
package sc.fiji.cavga.render.deflate;
