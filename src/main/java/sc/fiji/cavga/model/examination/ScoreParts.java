package sc.fiji.cavga.model.examination;

import java.util.List;

/**
 * What a picture's score is made of, where it is not the map's own highest values: a number for
 * each of some parts, of which the calibration knows mean and spread over normal pictures.
 */
public interface ScoreParts {

  /** The map's own highest values make the score. */
  ScoreParts NONE =
      new ScoreParts() {
        @Override
        public List<Part> parts() {
          return List.of();
        }

        @Override
        public double[] values(double share) {
          return new double[0];
        }
      };

  /** What the parts are, the same for every picture of a model. */
  List<Part> parts();

  /**
   * @param share of the field of view, the most unusual one, that counts
   * @return a number for each part, in their order; NaN where nothing lies inside the field of view
   */
  double[] values(double share);

  /** One part of a score. Immutable. */
  final class Part {

    private final String name;
    private final double weight;

    /**
     * @param name in lower snake case, as the model file has it
     * @param weight what a spread of it counts in the score, 0 or more
     */
    public Part(String name, double weight) {
      this.name = name;
      this.weight = weight;
    }

    public String name() {
      return name;
    }

    public double weight() {
      return weight;
    }
  }
}
