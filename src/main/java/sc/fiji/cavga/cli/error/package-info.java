/**
 * How the command line fails: exit codes, one sentence for each error, and what is said of options
 * that are gone.
 */
package sc.fiji.cavga.cli.error;
