package sc.fiji.cavga.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.model.training.LearnedPictures;

/** Where a model comes from: software, machine, date and pictures. No names, as of patients. */
final class Provenance {

  private static final String RECALIBRATIONS = "recalibrations";

  private final Clock clock;
  private final ComputeDevice device;

  Provenance(Clock clock, ComputeDevice device) {
    this.clock = clock;
    this.device = device;
  }

  JsonObject toJson(TrainingPictures pictures, double seconds) {
    JsonObject json = new JsonObject();
    json.addProperty("software", "CAVGA for Fiji " + version());
    json.addProperty("device", device.backend() + ", " + device.name());
    json.addProperty("threads", device.threads());
    json.addProperty("nd4j", device.software().get("ND4J"));
    json.addProperty("java", System.getProperty("java.version"));
    json.addProperty("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    json.addProperty("date", date());
    json.addProperty("training_seconds", Math.rint(seconds));
    json.addProperty("training_pictures", pictures.training().count());
    json.addProperty("held_out_pictures", pictures.heldOut().count());
    // Counts alone: who they are stays out of the model.
    TrainingPictures.patients(pictures.training())
        .ifPresent(count -> json.addProperty("training_patients", count));
    TrainingPictures.patients(pictures.heldOut())
        .ifPresent(count -> json.addProperty("held_out_patients", count));
    json.addProperty("anomalous_pictures", pictures.anomalous().count());
    json.addProperty("skipped_pictures", pictures.skipped());
    json.addProperty("pictures_sha256", pictures.fingerprint());
    LearnedPictures.note(json, pictures.contents());
    return json;
  }

  /**
   * A model's provenance with one more recalibration.
   *
   * @param from the earlier model's fingerprint
   * @param pictures that it was fitted to; null where thresholds alone were changed
   * @param steps by which networks were taught further
   * @param change what was asked of the thresholds
   * @param warnings what is worth knowing, one sentence each
   */
  JsonObject recalibrated(
      JsonObject earlier,
      String from,
      TrainingPictures pictures,
      int steps,
      JsonObject change,
      List<String> warnings) {
    JsonObject entry = new JsonObject();
    entry.addProperty("from_sha256", from);
    entry.addProperty("software", "CAVGA for Fiji " + version());
    entry.addProperty("date", date());
    if (pictures != null) {
      entry.addProperty("pictures", pictures.training().count());
      TrainingPictures.patients(pictures.training())
          .ifPresent(count -> entry.addProperty("patients", count));
      entry.addProperty("skipped_pictures", pictures.skipped());
      entry.addProperty("pictures_sha256", pictures.fingerprint());
      entry.addProperty("steps", steps);
    }
    entry.add("asked_for", change);
    JsonArray notes = new JsonArray();
    warnings.forEach(notes::add);
    entry.add("warnings", notes);
    JsonObject json = earlier.deepCopy();
    JsonArray all =
        json.get(RECALIBRATIONS) instanceof JsonArray
            ? json.getAsJsonArray(RECALIBRATIONS)
            : new JsonArray();
    all.add(entry);
    json.add(RECALIBRATIONS, all);
    if (pictures != null) LearnedPictures.noteToo(json, pictures.contents());
    return json;
  }

  private String date() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Of the jar; there is none when the classes lie in a folder. */
  private static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
