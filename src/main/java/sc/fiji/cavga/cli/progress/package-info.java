/** Progress on a terminal or in a log file, and text that cannot steer the terminal. */
package sc.fiji.cavga.cli.progress;
