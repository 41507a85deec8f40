/** Results as lines of text: metrics, pictures that failed, times of operations. */
package sc.fiji.cavga.cli.report;
