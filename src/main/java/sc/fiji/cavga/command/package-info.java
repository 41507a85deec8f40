/** The menu {@code Plugins>CAVGA}: one thin SciJava command for each entry. */
package sc.fiji.cavga.command;
