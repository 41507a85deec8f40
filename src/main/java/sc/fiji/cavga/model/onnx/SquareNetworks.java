package sc.fiji.cavga.model.onnx;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Networks that look at squares of photographs, in ONNX and by our own engine. */
public interface SquareNetworks extends AutoCloseable {

  /** Width and height of the squares in pixels; they have three channels. */
  int size();

  /**
   * Says in ONNX what the networks say of a square, outputs included.
   *
   * @param picture of that size, whose graph it is written into
   * @throws IOException with one sentence when arrays are missing or do not fit
   */
  void write(OnnxPicture picture) throws IOException;

  /**
   * The same of one square, computed by our own engine.
   *
   * @return an array for each output, by its name
   */
  Map<String, float[]> answer(PreparedPicture square);

  /** The squares that the networks look at of a photograph, as far as they find their way. */
  List<PreparedPicture> squares(PreparedPicture picture);

  /** Gives the native memory back at once. */
  @Override
  void close();
}
