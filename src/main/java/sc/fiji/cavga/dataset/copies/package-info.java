/**
 * Pictures that are in a data set under several names. Its door is {@link
 * sc.fiji.cavga.dataset.copies.Copies}.
 */
package sc.fiji.cavga.dataset.copies;
