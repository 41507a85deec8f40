/** What a model file holds and what a folder run has done, in sentences. */
package sc.fiji.cavga.command.report;
