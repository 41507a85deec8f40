package sc.fiji.cavga.method.local;

import java.util.List;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.synthetic.AnomalySigns;

/** The settings of the method {@code local}. */
public final class LocalSettings {

  public static final Setting<MapSource> MAP =
      Setting.choice("default_map", MapSource.DETECTOR)
          .label("Default map")
          .help(
              "What the map is made of: detector (half Mahalanobis distance joined with a U-Net that"
                  + " synthetic anomalies teach) or density (half Mahalanobis distance alone).")
          .on(Page.ADVANCED);

  /** Half as many found less on development photographs; more were not tried. */
  public static final Setting<Integer> STEPS =
      Setting.integer("detector_steps", 3000)
          .within(1, 1_000_000)
          .label("U-Net's steps")
          .help("Training steps in which synthetic anomalies teach the U-Net.")
          .on(Page.ADVANCED);

  public static final Setting<AnomalySigns> SIGNS =
      Setting.choice("painted", AnomalySigns.LESIONS)
          .label("Synthetic anomalies")
          .help(
              "What the synthetic anomalies are like: lesions, or glaucoma, which has signs of"
                  + " glaucoma among them and finds fewer small lesions.")
          .on(Page.ADVANCED);

  /** What the distance counts in a score where labels have reweighted it. */
  private static final double REWEIGHTED = 1;

  private LocalSettings() {}

  static List<Setting<?>> all() {
    return List.of(MAP, STEPS, SIGNS);
  }

  /**
   * What the distance counts in a picture's score, where the U-Net counts 1.
   *
   * @param reweighted whether labels have reweighted the distance
   */
  static double distanceWeight(Settings settings, boolean reweighted) {
    return reweighted ? REWEIGHTED : settings.get(SIGNS).distanceWeight();
  }
}
