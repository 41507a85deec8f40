/**
 * The command line, for servers and scripts: one class for each command, and {@link
 * sc.fiji.cavga.cli.Main}, which has them all. A command reads its options and calls a use case of
 * {@code train}, {@code localize}, {@code evaluate} or {@code lab}; nothing is computed here. Names
 * of commands and options and the exit codes are stable.
 */
package sc.fiji.cavga.cli;
