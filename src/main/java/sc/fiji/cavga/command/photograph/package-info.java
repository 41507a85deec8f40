/** Opens photographs as the plugin reads them. Fiji finds the command by its annotation. */
package sc.fiji.cavga.command.photograph;
