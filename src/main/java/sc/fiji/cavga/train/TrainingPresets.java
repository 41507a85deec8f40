package sc.fiji.cavga.train;

import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/**
 * Defaults for what the pictures show. Those for single things were chosen on parts of the training
 * pictures of MNIST and Fashion-MNIST alone: one part learned, another held out as normal, other
 * classes' training pictures as anomalous.
 */
final class TrainingPresets {

  private TrainingPresets() {}

  static TrainingConfigBuilder of(Subject subject) {
    TrainingConfigBuilder builder = new TrainingConfigBuilder();
    if (subject == Subject.RETINA) return builder;
    builder.fieldOfView(FieldOfViewMode.WHOLE_PICTURE).augmentation(Augmentation.NONE);
    if (subject == Subject.SCENE) return builder;
    return builder
        .size(32)
        .channels(1)
        .width(16)
        // A latent of 2 × 2 positions: a wider one reconstructs what it has never seen too.
        .levels(4)
        .latentChannels(8)
        .batchSize(32)
        .learningRate(2e-3)
        .epochs(12)
        .warmUpEpochs(2)
        .patience(0)
        .scoreShare(0.1)
        .defaultMap(DefaultMapSource.NETWORK);
  }
}
