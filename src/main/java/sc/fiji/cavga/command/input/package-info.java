/**
 * What commands are given: a dialog for plain ImageJ and for the second page, and a macro's
 * options.
 */
package sc.fiji.cavga.command.input;
