/**
 * One class for each layout, with what it alone needs. No other room knows them: {@link
 * sc.fiji.cavga.dataset.Layouts} finds them by their annotation.
 *
 * <p>The sets are those of the paper (Venkataramanan et al. 2020) and plain folders. Each class
 * names the authors of its set.
 *
 * <p>A layout may be changed here alone. Its name may not: scripts hold it.
 */
package sc.fiji.cavga.dataset.layout;
