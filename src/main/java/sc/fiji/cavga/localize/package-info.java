/**
 * From a picture to what is anomalous in it: map, score, decision and regions in the picture's own
 * pixels, for one picture, a stack's slices or a folder tree.
 */
package sc.fiji.cavga.localize;
