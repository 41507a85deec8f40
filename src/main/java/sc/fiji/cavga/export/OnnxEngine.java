package sc.fiji.cavga.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.Judge;
import sc.fiji.cavga.model.examination.Judgement;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Computes maps and scores with ONNX Runtime: what {@link OnnxExport} writes into a file is run in
 * memory. A model's further methods that cannot be exported compute with our own engine.
 */
public final class OnnxEngine implements Predictor.Engine {

  public static final String LABEL = "onnx";

  @Override
  public String label() {
    return LABEL;
  }

  /**
   * @throws IllegalArgumentException with one sentence when the method of the map cannot be
   *     exported
   */
  @Override
  public Judge judge(TrainedModel model, MethodPart part, MapKind kind) throws IOException {
    if (!(part.method() instanceof ExportableMethod)) {
      if (part != model.part(kind)) return Predictor.OWN.judge(model, part, kind);
      throw new IllegalArgumentException(
          "ONNX Runtime cannot compute the method "
              + part.method().name()
              + ": let CAVGA's own engine do it, with --engine own.");
    }
    return new OnnxJudge(new OnnxExport(model, part, kind).bytes(Map.of()), kind);
  }

  private static final class OnnxJudge implements Judge {

    private final byte[] model;
    private final MapKind kind;
    private OnnxSession session;
    private int threads;

    OnnxJudge(byte[] model, MapKind kind) throws IOException {
      this.model = model;
      this.kind = kind;
      open();
    }

    /** With as many threads as the calling thread may use: one where others work beside it. */
    private void open() throws IOException {
      int wanted = ComputeBackend.nativeThreads();
      if (wanted == threads) return;
      close();
      session = new OnnxSession(model, wanted);
      threads = wanted;
    }

    @Override
    public List<String> measures() {
      return List.of();
    }

    @Override
    public List<FurtherTable> tables() {
      return List.of();
    }

    @Override
    public List<Judgement> judge(List<PreparedPicture> pictures) {
      OnnxSession.Answer answer;
      try {
        open();
        answer = session.answer(pictures);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      List<Judgement> judgements = new ArrayList<>();
      int plane = answer.maps().length / pictures.size();
      for (int i = 0; i < pictures.size(); i++) {
        float[] map = Arrays.copyOfRange(answer.maps(), i * plane, (i + 1) * plane);
        judgements.add(judgement(pictures.get(i), map, answer.scores()[i]));
      }
      return judgements;
    }

    private Judgement judgement(PreparedPicture picture, float[] map, double score) {
      for (int i = 0; i < map.length; i++)
        if (picture.fieldOfView()[i] > 0 && !Float.isFinite(map[i]))
          throw new IllegalStateException(NO_NUMBERS);
      Examination none =
          other -> {
            throw new IllegalArgumentException(
                "ONNX Runtime gives the calibrated map " + kind.label() + " alone.");
          };
      return new Judgement(none, map, picture.placement(), score);
    }

    @Override
    public void close() {
      try {
        if (session != null) session.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      session = null;
      threads = 0;
    }
  }
}
