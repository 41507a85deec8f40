/**
 * The menu {@code Plugins>CAVGA}: one thin SciJava command for each entry. The recorder's keys are
 * the names of a command's input fields: those of a training in {@link
 * sc.fiji.cavga.command.TrainCommand} and {@code TrainingSettings}, where they are the keys of its
 * settings; those of what takes a model in {@code ModelCommand} and {@code MapCommand} too. Names
 * of classes, menu entries and inputs are stable: recorded macros and plugins.config name them.
 */
package sc.fiji.cavga.command;
