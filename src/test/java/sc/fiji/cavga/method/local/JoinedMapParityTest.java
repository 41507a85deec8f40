package sc.fiji.cavga.method.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.ParityPictures;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** From pictures to the default map: half a squared distance and 48 logits, both smoothed. */
class JoinedMapParityTest {

  @Test
  void agreesWithNumpy() throws IOException {
    NumpyFixture fixture = NumpyFixture.read(getClass(), "joined_map.json.gz");
    GaussianField field = ParityPictures.fitted(fixture);
    PreparedPicture spotted = ParityPictures.spotted(fixture);
    List<NamedArray> weights = new ArrayList<>();
    for (NumpyFixture each : fixture.list("weights"))
      weights.add(new NamedArray(each.text("name"), each.shape(), each.input()));
    SegmentationNet net = new SegmentationNet(spotted.size(), new ZScores(field).channels(), 0);
    try (LocalModel maps = new LocalModel(field, null, SegmentationNets.of(net));
        LocalModel alone = new LocalModel(field, null, null)) {
      net.setWeights(weights);
      RawMap joined = maps.examine(spotted).map(MapKind.DEFAULT);
      fixture.agrees("map", joined.values());
      double[] parts = joined.parts().values(fixture.number("share"));
      fixture.agrees("score_parts", 0, parts[0]);
      fixture.agrees("score_parts", 1, parts[1]);
      fixture.agrees("half_squared_distance", alone.examine(spotted).map(MapKind.DEFAULT).values());
    }
  }
}
