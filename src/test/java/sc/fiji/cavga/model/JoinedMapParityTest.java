package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.LocalModel;
import sc.fiji.cavga.method.local.NormalDensity;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** From pictures to the default map: half a squared distance and 48 logits, both smoothed. */
class JoinedMapParityTest {

  @Test
  void agreesWithNumpy() throws IOException {
    NumpyFixture fixture = NumpyFixture.read(getClass(), "joined_map.json.gz");
    NormalDensity density = ParityPictures.fitted(fixture);
    PreparedPicture spotted = ParityPictures.spotted(fixture);
    List<NamedArray> weights = new ArrayList<>();
    for (NumpyFixture each : fixture.list("weights"))
      weights.add(new NamedArray(each.text("name"), each.shape(), each.input()));
    SegmentationNet detector =
        new SegmentationNet(spotted.size(), new ZScores(density).channels(), 0);
    try (LocalModel maps = new LocalModel(density, detector);
        LocalModel alone = new LocalModel(density, null)) {
      detector.setWeights(weights);
      RawMap joined = maps.raw(MapKind.DEFAULT, spotted, null, 0);
      fixture.agrees("map", joined.values());
      ScoreParts parts = joined.signs(fixture.number("share")).orElseThrow();
      fixture.agrees("score_parts", 0, parts.detector());
      fixture.agrees("score_parts", 1, parts.density());
      fixture.agrees(
          "half_squared_distance", alone.raw(MapKind.DEFAULT, spotted, null, 0).values());
    }
  }
}
