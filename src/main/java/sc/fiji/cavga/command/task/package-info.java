/** How far a command is, in SciJava's words, and how it hears that it is cancelled. */
package sc.fiji.cavga.command.task;
