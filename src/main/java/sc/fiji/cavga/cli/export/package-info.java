/** The command that writes a model for other programs. */
package sc.fiji.cavga.cli.export;
