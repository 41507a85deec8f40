/** What a model file holds, in sentences. */
package sc.fiji.cavga.command.report;
