/** What brings itself by an annotation: methods, layouts of data sets, readers of files. */
package sc.fiji.cavga.io.plugin;
