package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What of a model is written into one ONNX file. */
public interface Exported {

  /** For sentences, such as "The map default of the method local is". */
  String what();

  /** What our own engine says of a picture and the file does not, in sentences. */
  List<String> notIncluded();

  /**
   * A file's content.
   *
   * @param properties that stand in it behind those that each export has
   * @throws IOException with one sentence when what the model holds does not fit its method
   */
  byte[] bytes(Map<String, String> properties) throws IOException;

  /**
   * Compares what ONNX Runtime makes of a file's content with what our own engine computes.
   *
   * @param exported such as {@link #bytes} gives
   * @param threads of ONNX Runtime
   * @throws IOException with one sentence when there is no ONNX Runtime, or it fails
   */
  ExportCheck.Result check(byte[] exported, int threads) throws IOException;
}
