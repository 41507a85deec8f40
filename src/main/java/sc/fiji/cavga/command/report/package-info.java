/** What a model file holds, in sentences, and where reports go in batch mode. */
package sc.fiji.cavga.command.report;
