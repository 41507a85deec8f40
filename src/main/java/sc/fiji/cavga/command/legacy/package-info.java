/**
 * Inputs and the status bar in plain ImageJ 1.x, which knows no SciJava; {@link
 * sc.fiji.cavga.command.LegacyMenu} is the door.
 */
package sc.fiji.cavga.command.legacy;
