/**
 * What counts as marked in a mask, and what is doubtful about one.
 *
 * <p>Doors: {@link sc.fiji.cavga.dataset.mask.MaskRule} and {@link
 * sc.fiji.cavga.dataset.mask.MaskCheck}; {@link sc.fiji.cavga.dataset.mask.MaskFiles} for folders,
 * with {@link sc.fiji.cavga.dataset.mask.MaskNames} for those who never have all names. The doubts
 * may be changed here alone; what counts as marked may not: earlier results could no longer be
 * compared.
 */
package sc.fiji.cavga.dataset.mask;
