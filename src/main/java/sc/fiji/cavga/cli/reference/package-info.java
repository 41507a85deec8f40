/**
 * The page {@code docs/reference.md}, made from the settings' declarations and picocli's model of
 * the commands.
 */
package sc.fiji.cavga.cli.reference;
