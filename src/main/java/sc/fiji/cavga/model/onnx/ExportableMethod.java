package sc.fiji.cavga.model.onnx;

import java.io.IOException;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.onnx.OnnxPicture;

/** A method that can say in ONNX what its models compute. */
public interface ExportableMethod extends Method {

  /**
   * From a prepared picture to the raw map that the model of these entries gives.
   *
   * @param entries that {@link Method#check(ModelEntries)} has let pass
   * @param kind a map that the method makes
   * @param picture whose graph it is written into
   * @throws IOException with one sentence when arrays are missing or do not fit the settings
   */
  OnnxRawMap write(ModelEntries entries, MapKind kind, OnnxPicture picture) throws IOException;
}
