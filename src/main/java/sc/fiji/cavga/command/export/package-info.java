/** {@code Export CAVGA Model...}: writes a model for other programs. */
package sc.fiji.cavga.command.export;
