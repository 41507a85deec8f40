package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.cavga.network.StepLosses;

class TrainingCurvesTest {

  private static TrainingCurves curves() {
    StepLosses losses = new StepLosses(1 / 3.0, 2, 3, 4, 5, 6, 0.5, 0.1, 0);
    return TrainingCurves.EMPTY
        .with(new EpochRecord(1, 7, losses, losses))
        .with(new EpochRecord(2, 9, losses, losses));
  }

  @Test
  void surviveJsonToTheBit() throws IOException {
    TrainingCurves read = TrainingCurves.fromJson(curves().toJson());
    assertEquals(curves().toJson(), read.toJson());
    assertEquals(9, read.epochs().get(1).steps());
    assertEquals(1 / 3.0, read.epochs().get(0).validation().reconstruction);
  }

  @Test
  void theSixthLossOfEarlierVersionsIsLeftOut() throws IOException {
    JsonArray json = curves().toJson();
    for (JsonElement epoch : json)
      for (String part : List.of("training", "validation"))
        epoch.getAsJsonObject().getAsJsonObject(part).addProperty("guidance", 0.0);
    assertEquals(curves().toJson(), TrainingCurves.fromJson(json).toJson());
  }

  @Test
  void whatIsNoCurveIsRefused() {
    refused(json -> json.add("no object"));
    refused(json -> json.remove(0));
    refused(json -> json.get(0).getAsJsonObject().addProperty("luck", 1));
    refused(json -> json.get(0).getAsJsonObject().remove("validation"));
  }

  private static void refused(Consumer<JsonArray> change) {
    JsonArray json = curves().toJson();
    change.accept(json);
    String message =
        assertThrows(IOException.class, () -> TrainingCurves.fromJson(json)).getMessage();
    assertTrue(message.endsWith("."), message);
  }
}
