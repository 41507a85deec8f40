package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.network.NetworkConfig.AttentionNormalization;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.train.TrainingConfigBuilder;
import sc.fiji.cavga.train.TrainingDefaults;

/** What the network sees and what it is made of; options that are not given change nothing. */
final class NetworkOptions {

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Width and height of the network's input; default: " + TrainingDefaults.SIZE)
  private Integer size;

  @Option(
      names = "--channels",
      paramLabel = "N",
      description = "1 (grey) or 3 (colour); default: " + TrainingDefaults.CHANNELS)
  private Integer channels;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Feature maps after the first convolution; default: " + TrainingDefaults.WIDTH)
  private Integer width;

  @Option(
      names = "--levels",
      paramLabel = "N",
      description = "Stride-2 convolutions; default: as many as give an 8 x 8 latent, at most 5")
  private Integer levels;

  @Option(
      names = "--latent-channels",
      paramLabel = "N",
      description = "Channels of the latent; default: " + TrainingDefaults.LATENT_CHANNELS)
  private Integer latentChannels;

  @Option(
      names = "--flat-latent",
      description = "The latent is one vector, as in a plain autoencoder (the paper's ablation)")
  private Boolean flatLatent;

  @Option(
      names = "--attention",
      paramLabel = "KIND",
      description = "How attention is normalized, sigmoid or maximum; default: sigmoid")
  private AttentionNormalization attention;

  @Option(
      names = "--field-of-view",
      paramLabel = "MODE",
      description = "What counts, retina or whole_picture; default: retina")
  private FieldOfViewMode fieldOfView;

  @Option(
      names = "--illumination",
      paramLabel = "MODE",
      description = "What is done about uneven light, none or flatten; default: none")
  private Illumination illumination;

  void apply(TrainingConfigBuilder builder) {
    Given.value(size, builder::size);
    Given.value(channels, builder::channels);
    Given.value(width, builder::width);
    Given.value(levels, builder::levels);
    Given.value(latentChannels, builder::latentChannels);
    Given.value(flatLatent, builder::flatLatent);
    Given.value(attention, builder::attention);
    Given.value(fieldOfView, builder::fieldOfView);
    Given.value(illumination, builder::illumination);
  }
}
