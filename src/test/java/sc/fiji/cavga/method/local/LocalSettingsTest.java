package sc.fiji.cavga.method.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class LocalSettingsTest {

  @Test
  void modelsOfEarlierVersionsHaveOneNet() throws Exception {
    JsonObject earlier = new JsonObject();
    new LocalMethod().update(earlier);
    assertEquals(1, earlier.get("nets").getAsInt());
    JsonObject several = new JsonObject();
    several.addProperty("nets", 3);
    new LocalMethod().update(several);
    assertEquals(3, several.get("nets").getAsInt());
  }
}
