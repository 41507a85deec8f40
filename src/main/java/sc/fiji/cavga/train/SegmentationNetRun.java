package sc.fiji.cavga.train;

import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.network.SegmentationNet;

/** How far a detector's training is, as a checkpoint holds it. */
final class SegmentationNetRun {

  /** Steps made since the very beginning. */
  int step;

  /** Null before the first step. */
  List<NamedArray> weights;

  /** What the optimizer remembers; null before the first step and once the detector is taught. */
  List<NamedArray> optimizer;

  /** See {@link SegmentationNetCheck}; null where there is no detector. */
  Double explained;

  /** Whether the detector has learned what it will. */
  boolean taught() {
    return weights != null && optimizer == null;
  }

  /** Brings a new detector to where this one was. */
  void restore(SegmentationNet detector) {
    if (weights != null) detector.setWeights(weights);
    if (optimizer != null) detector.setOptimizerState(optimizer);
  }

  /** Takes down where a detector is between two steps. */
  void save(SegmentationNet detector) {
    weights = detector.weights();
    optimizer = detector.optimizerState();
  }

  /** Takes down what a detector has learned when no step will follow. */
  void end(SegmentationNet detector) {
    weights = detector.weights();
    optimizer = null;
  }
}
