package sc.fiji.cavga.method.cavga.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/**
 * Colours as ImageNet's networks expect them: each channel less its mean over ImageNet, divided by
 * its standard deviation there. Grey pictures are scaled by the means of those.
 */
public final class ImageNetScaling extends Operation {

  private static final double[] MEANS = {0.485, 0.456, 0.406};
  private static final double[] DEVIATIONS = {0.229, 0.224, 0.225};
  private static final double GREY_MEAN = 0.449;
  private static final double GREY_DEVIATION = 0.226;

  private final Node picture;

  /** ImageNet's mean of each channel. */
  public static double[] means(int channels) {
    return channels == 1 ? new double[] {GREY_MEAN} : MEANS.clone();
  }

  /** The standard deviation of each channel over ImageNet. */
  public static double[] deviations(int channels) {
    return channels == 1 ? new double[] {GREY_DEVIATION} : DEVIATIONS.clone();
  }

  /**
   * @param picture [B,H,W,C] of 1 or 3 channels in 0 to 1
   */
  public ImageNetScaling(Graph graph, Node picture) {
    super(graph.node(false, picture.value().shape()));
    this.picture = picture;
  }

  @Override
  public void forward() {
    int channels = picture.channels();
    double[] means = means(channels);
    double[] deviations = deviations(channels);
    picture.overRows(
        (start, end) -> {
          for (long row = start; row < end; row++)
            for (int c = 0; c < channels; c++) {
              double value = picture.values().get(row * channels + c);
              output.values().set(row * channels + c, (value - means[c]) / deviations[c]);
            }
        });
  }

  /** Nobody asks for a picture's gradient. */
  @Override
  public void backward() {}
}
