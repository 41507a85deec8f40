package sc.fiji.cavga.train;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.cavga.model.CavgaModel;

/** Several listeners as one, told in the order in which they were added. */
final class ListenerList implements TrainingListener {

  private final List<TrainingListener> listeners;

  ListenerList(List<TrainingListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void checked(int done, int total) {
    for (TrainingListener listener : listeners) listener.checked(done, total);
  }

  @Override
  public void warned(String message) {
    for (TrainingListener listener : listeners) listener.warned(message);
  }

  @Override
  public void begun(TrainingPlan plan) {
    for (TrainingListener listener : listeners) listener.begun(plan);
  }

  @Override
  public void teaching(int done, int total, double secondsLeft) {
    for (TrainingListener listener : listeners) listener.teaching(done, total, secondsLeft);
  }

  @Override
  public void batch(TrainingProgress progress) {
    for (TrainingListener listener : listeners) listener.batch(progress);
  }

  @Override
  public void epoch(EpochRecord record, ValidationPreview preview) {
    for (TrainingListener listener : listeners) listener.epoch(record, preview);
  }

  @Override
  public void checkpointWritten(Path file) {
    for (TrainingListener listener : listeners) listener.checkpointWritten(file);
  }

  @Override
  public void copyWritten(Path file) {
    for (TrainingListener listener : listeners) listener.copyWritten(file);
  }

  @Override
  public void calibrating(int done, int total) {
    for (TrainingListener listener : listeners) listener.calibrating(done, total);
  }

  @Override
  public void ended(CavgaModel best, TrainingFiles files) {
    for (TrainingListener listener : listeners) listener.ended(best, files);
  }
}
