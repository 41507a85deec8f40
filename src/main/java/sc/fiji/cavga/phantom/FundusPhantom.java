package sc.fiji.cavga.phantom;

import java.util.EnumSet;
import java.util.Set;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.phantom.anatomy.Background;
import sc.fiji.cavga.phantom.anatomy.Camera;
import sc.fiji.cavga.phantom.anatomy.Lesions;
import sc.fiji.cavga.phantom.anatomy.NerveFibres;
import sc.fiji.cavga.phantom.anatomy.OpticDisc;
import sc.fiji.cavga.phantom.anatomy.VesselPainter;
import sc.fiji.cavga.phantom.anatomy.VesselTree;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.Plane;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Draws photographs of eyes that do not exist: healthy, or with one anomaly whose place is known to
 * the pixel. The same seed gives the same eye, to the bit, on every machine.
 *
 * <pre>{@code
 * FundusPhantom generator = new FundusPhantom(320, 272);
 * Phantom healthy = generator.draw(1);
 * Phantom ill = generator.draw(1, Anomaly.BLOT_HAEMORRHAGES, 0.3); // the same eye, bleeding
 * DiscPhantom notched = generator.draw(1, DiscDesign.notchedRim(1)); // knows its disc and cup
 * }</pre>
 */
public final class FundusPhantom {

  /**
   * The mask holds the pixels that the anomaly changes by more than this much of full scale (three
   * of 255 grey levels) in at least one channel, before noise.
   */
  public static final double MASK_CHANGE = 3.0 / 255;

  private static final Set<Anomaly> BLEEDINGS =
      EnumSet.of(Anomaly.DOT_HAEMORRHAGES, Anomaly.BLOT_HAEMORRHAGES, Anomaly.FLAME_HAEMORRHAGES);

  private static final double LOWEST_CUP_RATIO = 0.60;
  private static final double HIGHEST_CUP_RATIO = 0.90;
  private static final double[] LIPID = {1.0, 0.92, 0.45};
  private static final double[] COTTON = {0.96, 0.88, 0.70};

  private final int width;
  private final int height;
  private final NerveFibres fibres = new NerveFibres();

  /** Width and height of the pictures in pixels, at least 64 each. */
  public FundusPhantom(int width, int height) {
    if (width < 64 || height < 64)
      throw new IllegalArgumentException(
          "A phantom of " + width + " by " + height + " pixels is too small; use 64 or more.");
    this.width = width;
    this.height = height;
  }

  /** A healthy eye. */
  public Phantom draw(long seed) {
    Scene scene = new Scene(seed);
    return scene.develop(scene.healthy(), new boolean[width * height]);
  }

  /**
   * The eye that {@link #draw(long)} gives, with an anomaly.
   *
   * @param contrast above 0, at most 1. Bleedings and the nerve fibre defect take away this part of
   *     the green light where they are densest. Exudates cover the retina with their own colour by
   *     this weight. An enlarged cup has a diameter of 0.60 + 0.30 × contrast of the disc's.
   */
  public Phantom draw(long seed, Anomaly anomaly, double contrast) {
    if (!(contrast > 0 && contrast <= 1))
      throw new IllegalArgumentException(
          "A contrast of " + contrast + " cannot be drawn; use one above 0 and at most 1.");
    Scene scene = new Scene(seed);
    Light healthy = scene.healthy();
    Light ill = scene.ill(anomaly, contrast);
    boolean[] changed = new boolean[width * height];
    for (int i = 0; i < changed.length; i++)
      for (int c = 0; c < 3; c++)
        changed[i] |=
            Math.abs(ill.channels[c].values[i] - healthy.channels[c].values[i]) > MASK_CHANGE;
    return scene.develop(ill, changed);
  }

  /**
   * A whole photograph of an eye whose disc is as designed. The eye is that of {@link #draw(long)},
   * but its disc and the vessels in it are drawn in more detail.
   */
  public DiscPhantom draw(long seed, DiscDesign design) {
    Eye eye = new Eye(seed, design.diameter() / 2);
    return new DiscScene(new Frame(width, height, eye, seed), eye, fibres, design, seed).develop();
  }

  /** The same eye, but the piece around its disc of a photograph of higher resolution. */
  public DiscPhantom drawAroundDisc(long seed, DiscDesign design) {
    Eye eye = new Eye(seed, design.diameter() / 2);
    Frame frame = Frame.aroundDisc(width, height, eye, seed);
    return new DiscScene(frame, eye, fibres, design, seed).develop();
  }

  /** One eye in front of one camera. */
  private final class Scene {

    private final long seed;
    private final Eye eye;
    private final Frame frame;
    private final Light background;
    private final OpticDisc disc;
    private final VesselPainter vessels;
    private final Camera camera;

    Scene(long seed) {
      this.seed = seed;
      eye = new Eye(seed);
      frame = new Frame(width, height, eye, seed);
      Background layer = new Background(frame, eye, fibres, seed);
      background = layer.paint();
      disc = new OpticDisc(frame, eye, layer.tint(), seed);
      vessels = new VesselPainter(frame, VesselTree.grow(eye, seed));
      camera = new Camera(frame, seed);
    }

    Light healthy() {
      Light light = background.copy();
      disc.paint(light, eye.cupRatio);
      vessels.paint(light);
      return camera.expose(light);
    }

    Light ill(Anomaly anomaly, double contrast) {
      Light light = background.copy();
      Plane lesion = Lesions.draw(anomaly, frame, eye, fibres, seed);
      if (anomaly == Anomaly.NERVE_FIBRE_DEFECT)
        absorb(light, lesion, contrast, Light.Absorber.LOST_FIBRES);
      double cup =
          anomaly == Anomaly.ENLARGED_CUP
              ? Shape.mix(LOWEST_CUP_RATIO, HIGHEST_CUP_RATIO, contrast)
              : eye.cupRatio;
      disc.paint(light, cup);
      if (anomaly == Anomaly.HARD_EXUDATES) cover(light, lesion, contrast, LIPID);
      vessels.paint(light);
      if (anomaly == Anomaly.SOFT_EXUDATES) cover(light, lesion, contrast, COTTON);
      if (BLEEDINGS.contains(anomaly)) absorb(light, lesion, contrast, Light.Absorber.BLOOD);
      return camera.expose(light);
    }

    private void absorb(Light light, Plane lesion, double contrast, Light.Absorber absorber) {
      double density = -StrictMath.log(Math.max(1e-3, 1 - contrast));
      for (int i = 0; i < lesion.values.length; i++)
        light.absorb(i, density * lesion.values[i], absorber);
    }

    private void cover(Light light, Plane lesion, double contrast, double[] colour) {
      for (int i = 0; i < lesion.values.length; i++)
        light.cover(i, contrast * lesion.values[i], colour);
    }

    Phantom develop(Light exposed, boolean[] changed) {
      Img<FloatType> pixels = camera.photograph(exposed);
      Img<BitType> mask = ArrayImgs.bits(width, height);
      Cursor<BitType> marked = mask.cursor();
      for (int i = 0; i < changed.length; i++) {
        boolean visible = frame.visible(i % width, i / width) > 0.5;
        marked.next().set(visible && changed[i]);
      }
      return new Phantom(pixels, mask);
    }
  }
}
