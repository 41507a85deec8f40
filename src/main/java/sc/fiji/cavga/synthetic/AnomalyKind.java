package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;

/**
 * The kinds of synthetic anomalies: what eyes show in the common diseases of the retina, by shape
 * and by colour, each from next to nothing to plain. In pictures of other things they are dark
 * specks, spots and streaks, bright clusters and spots, and shades.
 */
enum AnomalyKind {
  /** Specks of a pixel or two, as microaneurysms and dot haemorrhages are. */
  DOTS(0.25) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      for (int n = random.nextInt(3, 25); n > 0; n--)
        shapes.blob(random.nextDouble(0.5, 1.3), 0.5, 0.7);
      return Paint.blood(channels, random);
    }
  },
  /** Ragged spots, as blot haemorrhages are. */
  BLOTS(0.2) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      double softness = random.nextDouble(0.2, 0.6);
      for (int n = random.nextInt(1, 9); n > 0; n--)
        shapes.blob(AnomalyShapes.between(1.2, 5, random), softness, 0.7);
      return Paint.blood(channels, random);
    }
  },
  /** Sheaves of splinters, as haemorrhages among the nerve fibres are. */
  FLAMES(0.15) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      for (int n = random.nextInt(1, 7); n > 0; n--) shapes.sheaf(5, random.nextDouble(4, 11));
      return Paint.blood(channels, random);
    }
  },
  /** Clusters of bright specks, as hard exudates are. */
  EXUDATES(0.2) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      for (int n = random.nextInt(1, 5); n > 0; n--)
        shapes.cluster(random.nextInt(2, 25), random.nextDouble(1.5, 9));
      return Paint.lipid(channels, random);
    }
  },
  /** Soft bright spots, as cotton wool spots are. */
  COTTON_WOOL(0.12) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      for (int n = random.nextInt(1, 6); n > 0; n--)
        shapes.blob(AnomalyShapes.between(2.5, 7, random), 0.9, 0.8);
      return Paint.pale(channels, random);
    }
  },
  /** One wide and soft patch a little darker. */
  SHADE(0.08) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      shapes.blob(AnomalyShapes.between(7, 20, random), 0.9, 0.9);
      return Paint.shade(channels, random);
    }
  };

  private final double share;

  /**
   * @param share of all that is drawn; they add up to 1
   */
  AnomalyKind(double share) {
    this.share = share;
  }

  /** One of them, the common ones more often. */
  static AnomalyKind of(SplittableRandom random) {
    double all = 0;
    for (AnomalyKind kind : values()) all += kind.share;
    double left = all * random.nextDouble();
    for (AnomalyKind kind : values()) {
      left -= kind.share;
      if (left < 0) return kind;
    }
    return SHADE;
  }

  /** Draws shapes of this kind and says what paints them. */
  abstract Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random);
}
