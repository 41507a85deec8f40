/** {@code cavga bench}: what is timed is in {@code lab}. Names of the JSON's values are stable. */
package sc.fiji.cavga.cli.bench;
