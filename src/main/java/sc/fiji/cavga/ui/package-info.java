/** What is seen in ImageJ: overlays, tables, images; all that needs its windows or AWT. */
package sc.fiji.cavga.ui;
