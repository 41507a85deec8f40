/**
 * Data sets as they lie on disk: which pictures there are, what is known about them, how their
 * authors split them.
 *
 * <p>Doors: {@link sc.fiji.cavga.dataset.Dataset}, {@link sc.fiji.cavga.dataset.Sample}, and {@link
 * sc.fiji.cavga.dataset.Layouts}, which finds the layouts that are known. A new layout is one class
 * with {@link sc.fiji.cavga.dataset.DatasetLayout} as its plugin type; nothing else needs to
 * change.
 *
 * <p>The order of the samples is a promise: with a seed it decides which pictures are held out.
 */
package sc.fiji.cavga.dataset;
