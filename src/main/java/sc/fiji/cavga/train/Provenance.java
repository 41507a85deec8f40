package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.model.LearnedPictures;

/** Where a model comes from: software, machine, date and pictures. No names, as of patients. */
final class Provenance {

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
    json.addProperty("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
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

  /** Of the jar; there is none when the classes lie in a folder. */
  private static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
