/**
 * One table of settings: each is declared once, with its key, type, default, range and words.
 *
 * <p>Doors: {@link sc.fiji.cavga.settings.Setting}, the declaration, and {@link
 * sc.fiji.cavga.settings.Settings}, the values that a training was given. Command-line options, the
 * dialog's fields, macro keys, the model file's JSON and {@code docs/reference.md} are made of the
 * declarations; the declarations themselves stand in {@code model.CommonSettings} and with each
 * method. How a value is parsed or worded may be changed here without looking elsewhere; a key may
 * not, because scripts and files hold it.
 */
package sc.fiji.cavga.settings;
