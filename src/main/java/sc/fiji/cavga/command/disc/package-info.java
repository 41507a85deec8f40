/**
 * The entries of the menu {@code Plugins>CAVGA} that measure optic discs without a model. Names of
 * classes, menu entries and inputs are stable: recorded macros and plugins.config name them.
 */
package sc.fiji.cavga.command.disc;
