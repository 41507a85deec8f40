/** Messages in Fiji's dialogs. */
package sc.fiji.cavga.command.input.message;
