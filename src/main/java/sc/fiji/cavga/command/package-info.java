/**
 * The menu {@code Plugins>CAVGA}: one thin SciJava command for each entry. The recorder's keys are
 * the names of a command's inputs; those of a training are the keys of its settings, see {@link
 * sc.fiji.cavga.command.TrainCommand}. Names of classes, menu entries and inputs are stable:
 * recorded macros and plugins.config name them.
 */
package sc.fiji.cavga.command;
