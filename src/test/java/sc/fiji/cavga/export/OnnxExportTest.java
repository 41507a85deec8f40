package sc.fiji.cavga.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;

class OnnxExportTest {

  @Test
  void theShippedModelIsTheSame() throws Exception {
    isTheSame(ShippedModels.read(Paths.get(ShippedModels.HEALTHY_FUNDUS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-weak"})
  void modelsOfVersionOneAreTheSame(String name) throws Exception {
    String file = "/sc/fiji/cavga/model/version1/" + name + ".cavga";
    isTheSame(ModelFile.read(Path.of(OnnxExportTest.class.getResource(file).toURI())));
  }

  private static void isTheSame(TrainedModel model) throws Exception {
    OnnxExport export = new OnnxExport(model, MapKind.DEFAULT);
    double difference = export.check(export.bytes(Map.of()), 2).difference;
    assertTrue(difference < ExportCheck.MOST, "difference " + difference);
  }
}
