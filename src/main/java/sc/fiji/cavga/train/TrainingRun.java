package sc.fiji.cavga.train;

import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.network.StepLosses;

/** How far a training is: with the network's weights and optimizers all that a checkpoint holds. */
final class TrainingRun {

  /** Steps made since the very beginning. */
  long step;

  /** Losses of the epoch under way. */
  LossMeans partial = new LossMeans();

  TrainingCurves curves = TrainingCurves.EMPTY;

  /** The weights after the best epoch; null before the first epoch's end. */
  List<NamedArray> best;

  /** Of the default map's detector, which is taught before the first step. */
  final SegmentationNetRun detector = new SegmentationNetRun();

  /** Spent before this process took over, and on the detector. */
  double secondsBefore;

  /** The epoch under way, from 0. */
  int epoch() {
    return curves.epochs().size();
  }

  void add(StepLosses losses) {
    partial.add(losses);
    step++;
  }

  /** Ends the epoch under way. */
  EpochRecord close(StepLosses validation) {
    EpochRecord record = new EpochRecord(epoch() + 1, partial.count(), partial.mean(), validation);
    curves = curves.with(record);
    partial = new LossMeans();
    return record;
  }
}
