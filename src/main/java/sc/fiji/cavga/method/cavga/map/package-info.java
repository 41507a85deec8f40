/**
 * From the network's output to raw maps: the default one, attention and reconstruction.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.cavga.map.CavgaModel}, a trained network at work, and
 * {@link sc.fiji.cavga.method.cavga.map.CavgaExamination}, what it says of one picture.
 *
 * <p>What a map is made of may be changed here alone, but thresholds in stored models were made for
 * the maps as they are.
 */
package sc.fiji.cavga.method.cavga.map;
