package sc.fiji.cavga.method.local;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNetCheck;
import sc.fiji.cavga.method.local.net.SegmentationNetTraining;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.method.local.weak.WeakReweightingFitter;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

/**
 * Fits the Gaussians to the training pictures as they are, teaches the U-Net with synthetic
 * anomalies, and with labels the reweighting. Held-out pictures take no part: the thresholds come
 * from them.
 */
final class LocalTraining {

  /** More pictures of one kind of eye change little, and each costs a reading. */
  private static final int MOST_PICTURES = 500;

  /** As so many of them an eye is seen besides, where cameras vary. */
  private static final int OTHER_CAMERAS = 3;

  private final MethodTraining training;
  private final TrainingPictures pictures;
  private final Settings settings;
  private HeldOutMaps maps;

  LocalTraining(MethodTraining training) {
    this.training = training;
    this.pictures = training.pictures();
    this.settings = training.settings();
  }

  TrainingResult run() throws IOException, InterruptedException {
    GaussianField field = field();
    maps = new HeldOutMaps(pictures.heldOut(), settings.get(CommonSettings.MAP_QUANTILE));
    JsonObject record = new JsonObject();
    List<String> warnings = new ArrayList<>();
    SegmentationNets nets = null;
    if (settings.get(LocalSettings.MAP) == MapSource.DETECTOR) nets = nets(field, record, warnings);
    try {
      LocalModel model = new LocalModel(field, reweighting(field), nets);
      training.listener().shown("The finished map", maps.by(model));
      return new TrainingResult(model, record, warnings);
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (nets != null) nets.close();
      throw e;
    }
  }

  private GaussianField field() throws IOException, InterruptedException {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    PreparedSamples some = pictures.training().atMost(MOST_PICTURES);
    int copies = CommonSettings.otherCameras(settings) ? OTHER_CAMERAS : 0;
    training.listener().stageBegun("Learning what is normal (Gaussians)", "");
    for (int i = 0; i < some.count(); i++) {
      PreparedPicture picture = picture(some, i);
      fitter.add(picture);
      for (int copy = 0; copy < copies; copy++)
        fitter.add(OtherCamera.apply(picture, (long) i * OTHER_CAMERAS + copy));
      training.listener().preparing(i + 1, some.count());
    }
    return fitter.fit();
  }

  private SegmentationNets nets(GaussianField field, JsonObject record, List<String> warnings)
      throws IOException, InterruptedException {
    ZScores scores = new ZScores(field);
    training
        .listener()
        .shown("The map of the Gaussians alone", maps.by(new LocalModel(field, null, null)));
    training.listener().stageBegun("Learning from synthetic anomalies (U-Net)", "Step");
    SegmentationNetTraining steps =
        new SegmentationNetTraining(
            training,
            scores,
            settings.get(LocalSettings.STEPS),
            settings.get(LocalSettings.NETS),
            nets ->
                new TrainingResult(new LocalModel(field, null, nets), new JsonObject(), List.of()),
            nets -> maps.by(new LocalModel(field, null, nets)));
    SegmentationNets nets = steps.run();
    try {
      double explained =
          new SegmentationNetCheck(training.control()).explained(nets, scores, pictures.heldOut());
      record.addProperty("steps", steps.made());
      record.addProperty(
          "steps_asked_for", settings.get(LocalSettings.STEPS) * settings.get(LocalSettings.NETS));
      record.addProperty("stopped", steps.stopped());
      record.addProperty("explained", explained);
      if (explained < SegmentationNetCheck.LEAST_EXPLAINED)
        warnings.add(
            "The U-Net has learned little from synthetic anomalies: give it more steps or more"
                + " pictures, or make the map of the distance alone.");
      return nets;
    } catch (IOException | InterruptedException | RuntimeException e) {
      nets.close();
      throw e;
    }
  }

  /** Null without anomalous pictures. */
  private WeakReweighting reweighting(GaussianField field)
      throws IOException, InterruptedException {
    PreparedSamples anomalous = pictures.anomalous().atMost(MOST_PICTURES);
    if (anomalous.count() == 0) return null;
    PreparedSamples normal = pictures.training().atMost(MOST_PICTURES);
    WeakReweightingFitter fitter = new WeakReweightingFitter(field);
    training.listener().stageBegun("Learning from labelled eyes", "");
    for (int i = 0; i < normal.count(); i++) fitter.calibrate(picture(normal, i));
    for (int round = 0; round < WeakReweightingFitter.ROUNDS; round++) {
      for (int i = 0; i < normal.count(); i++) fitter.add(picture(normal, i), false);
      for (int i = 0; i < anomalous.count(); i++) fitter.add(picture(anomalous, i), true);
      fitter.learn();
      training.listener().preparing(round + 1, WeakReweightingFitter.ROUNDS);
    }
    return fitter.reweighting();
  }

  private PreparedPicture picture(PreparedSamples samples, int number)
      throws IOException, InterruptedException {
    training.control().check();
    return samples.get(number);
  }
}
