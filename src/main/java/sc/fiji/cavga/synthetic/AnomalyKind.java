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
  },
  /**
   * A spot about what stands out most: in the colour that it has where it does so most, as where
   * the cup of the optic disc is wide, or pale, as where the disc is.
   */
  PALLOR(0.25) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      if (random.nextDouble() < 0.6) {
        shapes.salientBlob(AnomalyShapes.between(3.5, 9, random), random.nextDouble(0.2, 0.6), 0.8);
        return Paint.cover(shapes.salientColour(), random);
      }
      shapes.salientBlob(AnomalyShapes.between(3, 9, random), random.nextDouble(0.2, 0.6), 0.8);
      return Paint.pale(channels, random);
    }
  },
  /** A bent fan a little darker, as where a bundle of nerve fibres is lost. */
  LOST_FIBRES(0.25) {
    @Override
    Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random) {
      shapes.fan();
      return Paint.lostFibres(channels, random);
    }
  };

  private final double share;

  /**
   * @param share in relation to the others; those of lesions add up to 1
   */
  AnomalyKind(double share) {
    this.share = share;
  }

  /** One of those that are like these signs, the common ones more often. */
  static AnomalyKind of(AnomalySigns signs, SplittableRandom random) {
    double all = 0;
    for (AnomalyKind kind : values()) if (kind.isOf(signs)) all += kind.share;
    double left = all * random.nextDouble();
    for (AnomalyKind kind : values()) {
      if (!kind.isOf(signs)) continue;
      left -= kind.share;
      if (left < 0) return kind;
    }
    return SHADE;
  }

  private boolean isOf(AnomalySigns signs) {
    return signs == AnomalySigns.GLAUCOMA || (this != PALLOR && this != LOST_FIBRES);
  }

  /** Draws shapes of this kind and says what paints them. */
  abstract Paint draw(AnomalyShapes shapes, int channels, SplittableRandom random);
}
