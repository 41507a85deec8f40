/**
 * Options that several commands share. Those of a training's settings are made from the settings'
 * declarations by {@link sc.fiji.cavga.cli.option.TrainingOptions}: a new setting needs no change
 * here.
 */
package sc.fiji.cavga.cli.option;
