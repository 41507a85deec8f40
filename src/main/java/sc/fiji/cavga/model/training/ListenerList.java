package sc.fiji.cavga.model.training;

import java.nio.file.Path;
import java.util.List;

/** Several listeners as one, told in the order in which they were added. */
public final class ListenerList implements TrainingListener {

  private final List<TrainingListener> listeners;

  public ListenerList(List<TrainingListener> listeners) {
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
  public void methodBegun(String method) {
    for (TrainingListener listener : listeners) listener.methodBegun(method);
  }

  @Override
  public void stageBegun(String name, String axis) {
    for (TrainingListener listener : listeners) listener.stageBegun(name, axis);
  }

  @Override
  public void preparing(int done, int total) {
    for (TrainingListener listener : listeners) listener.preparing(done, total);
  }

  @Override
  public void progressed(TrainingProgress progress) {
    for (TrainingListener listener : listeners) listener.progressed(progress);
  }

  @Override
  public void point(LossPoint point, TrainingPreview preview) {
    for (TrainingListener listener : listeners) listener.point(point, preview);
  }

  @Override
  public void shown(String what, TrainingPreview preview) {
    for (TrainingListener listener : listeners) listener.shown(what, preview);
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
  public void ended(TrainingFiles files) {
    for (TrainingListener listener : listeners) listener.ended(files);
  }
}
