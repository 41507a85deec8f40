/** Says what the plugin is and how to begin. Fiji finds the command by its annotation. */
package sc.fiji.cavga.command.welcome;
