/**
 * Photographs of eyes that do not exist, with the truth about them: {@code sample-fundus}.
 *
 * <p>Doors: {@link sc.fiji.cavga.phantom.FundusPhantom}, one photograph for a seed, {@link
 * sc.fiji.cavga.phantom.SampleDataset}, the whole set, and {@link
 * sc.fiji.cavga.phantom.SampleDiscs}, its optic discs whose cups are known. No method knows this
 * room.
 *
 * <p>The same seed must give the same pixels on every machine: tests and the documentation use the
 * set. A change makes another set, whose numbers have to be measured again.
 */
package sc.fiji.cavga.phantom;
