package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.runtime.OnnxRuntime;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** An exported model in ONNX Runtime. Several threads may ask at once. */
public final class OnnxSession implements AutoCloseable {

  /** What it says of a batch. */
  public static final class Answer {

    private final Map<String, Object> outputs;

    private Answer(Map<String, Object> outputs) {
      this.outputs = outputs;
    }

    /** [B,1,H,W], 1.0 is the threshold, NaN outside the field of view. */
    public float[] maps() {
      return (float[]) outputs.get(OnnxExport.MAP);
    }

    /** [B], NaN where nothing can be said. */
    public float[] scores() {
      return (float[]) outputs.get(OnnxExport.SCORE);
    }

    /** [B]. */
    public boolean[] anomalous() {
      return (boolean[]) outputs.get(OnnxExport.ANOMALOUS);
    }

    /** [B]. */
    public boolean[] judged() {
      return (boolean[]) outputs.get(OnnxExport.JUDGED);
    }
  }

  private final OnnxRuntime runtime;

  /**
   * @param model an exported file's content
   * @param threads that compute
   * @throws IOException with one sentence when there is no ONNX Runtime or it refuses the model
   */
  public OnnxSession(byte[] model, int threads) throws IOException {
    runtime = OnnxRuntime.open(OnnxSession.class.getClassLoader(), model, threads);
  }

  /** Whether there is an ONNX Runtime. */
  public static boolean isPresent() {
    return OnnxRuntime.present(OnnxSession.class.getClassLoader());
  }

  /**
   * @param pictures at least one
   * @throws IOException with one sentence when ONNX Runtime fails
   */
  public Answer answer(List<PreparedPicture> pictures) throws IOException {
    return new Answer(outputs(pictures));
  }

  /** The same of a model with other outputs: float[] or boolean[] of the batch, by name. */
  Map<String, Object> outputs(List<PreparedPicture> pictures) throws IOException {
    PictureBatch batch = PictureBatch.of(pictures);
    int size = batch.size();
    Map<String, OnnxRuntime.Floats> inputs = new LinkedHashMap<>();
    inputs.put(
        OnnxPicture.PICTURE,
        new OnnxRuntime.Floats(batch.values(), batch.count(), batch.channels(), size, size));
    inputs.put(
        OnnxPicture.FIELD_OF_VIEW,
        new OnnxRuntime.Floats(batch.fieldOfView(), batch.count(), 1, size, size));
    return runtime.run(inputs);
  }

  /** What computes, with its version. */
  public String name() {
    return runtime.name();
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() throws IOException {
    runtime.close();
  }
}
