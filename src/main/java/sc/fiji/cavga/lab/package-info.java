/**
 * What maintainers measure with: timings, peak memory, trials, contact sheets. No other room but
 * the command line knows it.
 *
 * <p>Doors: {@link sc.fiji.cavga.lab.Bench}, {@link sc.fiji.cavga.lab.FolderBench}, {@link
 * sc.fiji.cavga.lab.TrainBench}, {@link sc.fiji.cavga.lab.TrialTable}, {@link
 * sc.fiji.cavga.lab.ContactSheet}. All of it may be changed without looking elsewhere, except that
 * the tables of {@code docs/research} were written by it.
 */
package sc.fiji.cavga.lab;
