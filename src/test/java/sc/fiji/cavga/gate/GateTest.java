package sc.fiji.cavga.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.preprocess.PreparedPicture;

class GateTest {

  private static final Gate GATE = new Gate(null, 3);
  private static final Img<FloatType> EYE = Eyes.eye(1);

  private static Doubt doubt(PreparedPicture picture) {
    return GATE.inspect(picture).doubt(false).orElseThrow();
  }

  private static void isNoFundus(PreparedPicture picture, String because) {
    Doubt doubt = doubt(picture);
    assertTrue(doubt.isNoFundus(), doubt.sentence());
    assertTrue(doubt.sentence().contains(because), doubt.sentence());
  }

  private static void isUnclear(PreparedPicture picture, String because) {
    Doubt doubt = doubt(picture);
    assertFalse(doubt.isNoFundus(), doubt.sentence());
    assertTrue(doubt.sentence().contains(because), doubt.sentence());
  }

  @Test
  void drawnEyesPass() {
    for (long seed = 10; seed < 20; seed++)
      assertEquals(
          Optional.empty(),
          GATE.inspect(Eyes.prepared(Eyes.eye(seed))).doubt(false).map(Doubt::sentence),
          "seed " + seed);
  }

  @Test
  void aSecondEyeOfAThirdIsSeen() {
    Img<FloatType> other = Eyes.eye(2);
    isNoFundus(
        Eyes.prepared(
            2 * Eyes.WIDTH,
            Eyes.HEIGHT,
            (x, y, channel) ->
                x < Eyes.WIDTH
                    ? Eyes.at(EYE, x, y, channel)
                    : 0.5 * Eyes.at(other, x - Eyes.WIDTH, y, channel)),
        "more than one eye");
  }

  @Test
  void aLabelBesideTheEyeIsNone() {
    assertTrue(
        GATE.inspect(
                Eyes.prepared(
                    Eyes.WIDTH + 60,
                    Eyes.HEIGHT,
                    (x, y, channel) ->
                        x < Eyes.WIDTH
                            ? Eyes.at(EYE, x, y, channel)
                            : y < 40 && x > Eyes.WIDTH + 10 ? 0.8 : 0))
            .doubt(false)
            .isEmpty());
  }

  @Test
  void pagesAndBordersAreNoFundus() {
    isNoFundus(Eyes.prepared(300, 200, (x, y, channel) -> 1), "no round retina");
    isNoFundus(
        Eyes.prepared(
            Eyes.WIDTH,
            Eyes.HEIGHT,
            (x, y, channel) -> Eyes.at(EYE, x, y, 0) < 0.1 ? 1 : Eyes.at(EYE, x, y, channel)),
        "no round retina");
  }

  @Test
  void whatIsGreyOrGreenIsNoFundusUnlessTheModelIsForGrey() {
    PreparedPicture grey =
        Eyes.prepared(Eyes.WIDTH, Eyes.HEIGHT, (x, y, channel) -> Eyes.at(EYE, x, y, 0));
    isNoFundus(grey, "colours");
    isNoFundus(
        Eyes.prepared(
            Eyes.WIDTH, Eyes.HEIGHT, (x, y, channel) -> Eyes.at(EYE, x, y, (channel + 2) % 3)),
        "colours");
    assertTrue(new Gate(null, 1).inspect(grey).doubt(false).isEmpty());
  }

  @Test
  void darkHazyAndBlurredEyesAreUnclear() {
    for (double share : new double[] {0.15, 0.1})
      isUnclear(
          Eyes.prepared(
              Eyes.WIDTH, Eyes.HEIGHT, (x, y, channel) -> share * Eyes.at(EYE, x, y, channel)),
          "too dark");
    isUnclear(Eyes.hazy(EYE, 0.2), "contrast");
    isUnclear(Eyes.blurred(EYE, 5), "not sharp");
  }

  /** It has an eye's outline, colours and brightness, but nothing can be seen. */
  @Test
  void noiseInAnEyesOutlineIsUnclear() {
    SplittableRandom random = new SplittableRandom(1);
    double[] colour = {0.6, 0.35, 0.15};
    isUnclear(
        Eyes.prepared(
            Eyes.WIDTH,
            Eyes.HEIGHT,
            (x, y, channel) ->
                Eyes.at(EYE, x, y, 0) > 0.1 ? colour[channel] * random.nextDouble(0.7, 1.3) : 0),
        "noise");
  }

  @Test
  void aBandOfAnEyeIsTooLittle() {
    isUnclear(
        Eyes.prepared(
            Eyes.WIDTH, 140, (x, y, channel) -> Eyes.at(EYE, x, y + Eyes.HEIGHT / 2 - 70, channel)),
        "Too little");
  }

  /** Whose disc is measured must be known: only two eyes side by side are taken apart. */
  @Test
  void aSecondEyeIsSeenWhereAPartIsEnough() {
    PreparedPicture aboveEachOther =
        Eyes.prepared(
            Eyes.WIDTH,
            2 * Eyes.HEIGHT,
            (x, y, channel) -> Eyes.at(EYE, x, y % Eyes.HEIGHT, channel));
    Doubt doubt = GATE.inspect(aboveEachOther).doubt(true).orElseThrow();
    assertTrue(doubt.isNoFundus() && doubt.sentence().contains("more than one eye"));
  }

  @Test
  void aPartOfAnEyeIsEnoughForItsDisc() {
    PreparedPicture crop =
        Eyes.prepared(
            150,
            150,
            (x, y, channel) ->
                Eyes.at(EYE, Eyes.WIDTH / 2 - 75 + x, Eyes.HEIGHT / 2 - 75 + y, channel));
    assertTrue(GATE.inspect(crop).doubt(true).isEmpty());
    assertTrue(GATE.inspect(crop).doubt(false).isPresent());
    Doubt page =
        GATE.inspect(Eyes.prepared(200, 200, (x, y, channel) -> 1)).doubt(true).orElseThrow();
    assertTrue(page.isNoFundus(), page.sentence());
  }

  @Test
  void lesionsAreNoReasonForDoubt() {
    Img<FloatType> ill =
        new FundusPhantom(Eyes.WIDTH, Eyes.HEIGHT).draw(3, Anomaly.HARD_EXUDATES, 1).pixels();
    assertTrue(GATE.inspect(Eyes.prepared(ill)).doubt(false).isEmpty());
  }
}
