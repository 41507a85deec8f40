/**
 * From a data set to what a training takes: roles of pictures, batches, reading ahead, memory.
 *
 * <p>Doors: {@link sc.fiji.cavga.feed.TrainingPictures}, the pictures of a training with their
 * roles, {@link sc.fiji.cavga.feed.Batches}, training batches without end, {@link
 * sc.fiji.cavga.feed.Split}, which pictures are held out, and {@link
 * sc.fiji.cavga.feed.TrainingControl}, by which a training is stopped.
 *
 * <p>What a batch holds is a function of the seed and its number alone; a resumed training relies
 * on that. How pictures are read ahead and kept in memory may be changed here alone.
 */
package sc.fiji.cavga.feed;
