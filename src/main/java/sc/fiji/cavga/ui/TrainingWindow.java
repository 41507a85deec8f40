package sc.fiji.cavga.ui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.process.ColorProcessor;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPlan;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;

/**
 * Shows a training in ImageJ's image and plot windows: what the network makes of some held-out
 * pictures, the losses, how far it is and how much it uses, with buttons to cancel, to finish and
 * to save a copy. Closing the windows does not stop the training. To be made only where there can
 * be windows, see {@link Desktop#hasWindows}.
 */
public final class TrainingWindow implements TrainingListener {

  /** Between two looks at the numbers. */
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

  private final TrainingControl control;
  private final ImagePlus before = WindowManager.getCurrentImage();
  private final boolean watched = !IJ.isMacro();
  private long last = System.nanoTime() - INTERVAL;

  // On AWT's thread alone.
  private ImagePlus preview;
  private TrainingPanel panel;
  private LossPlot losses;
  private String unit = "";

  /**
   * @param control of the training that is shown
   */
  public TrainingWindow(TrainingControl control) {
    this.control = control;
  }

  @Override
  public void begun(TrainingPlan plan) {
    ComputeDevice device = ComputeBackend.start().device();
    EventQueue.invokeLater(() -> open(plan, device));
  }

  private void open(TrainingPlan plan, ComputeDevice device) {
    String name = plan.files().best().getFileName().toString();
    int threads = device.threads();
    unit = (device.isGpu() ? "GPU " : "CPU ") + device.name();
    if (!device.isGpu()) unit += ", " + threads + (threads == 1 ? " thread" : " threads");
    ColorProcessor empty = PreviewPicture.empty(plan.heldOutPictures());
    preview = new ImagePlus("Training " + name, empty);
    TrainingPanel below = new TrainingPanel(control, empty.getWidth());
    below.say(
        0,
        plan.trainingPictures()
            + " pictures to learn from, "
            + plan.heldOutPictures()
            + " held out");
    below.say(1, unit);
    below.say(2, "Pictures are shown here once something was learned.");
    ImageWindow window = new ImageWindow(preview);
    window.add(below);
    window.pack();
    losses = new LossPlot("Losses of " + name, "Epoch or step");
    losses.show();
    panel = below;
    placeBeside(window);
  }

  /** The plot stands at the right of the pictures, where the screen has room for both. */
  private void placeBeside(ImageWindow pictures) {
    int together = pictures.getWidth() + losses.window().getWidth();
    int screen = IJ.getScreenSize().width;
    if (together > screen) return;
    int left = Math.max(0, Math.min(pictures.getX(), screen - together));
    pictures.setLocation(left, pictures.getY());
    losses.window().setLocation(left + pictures.getWidth(), pictures.getY());
  }

  @Override
  public void methodBegun(String method) {
    onWindows(() -> losses.clear());
  }

  @Override
  public void progressed(TrainingProgress progress) {
    long now = System.nanoTime();
    boolean due = now - last >= INTERVAL;
    if (due) last = now;
    onWindows(
        () -> {
          if (!Double.isNaN(progress.loss())) losses.add(progress.position(), progress.loss());
          if (due) show(progress);
        });
  }

  private void show(TrainingProgress progress) {
    panel.say(
        0,
        String.format(
            Locale.ROOT,
            "%s, step %d of %d, %s left at most",
            progress.activity(),
            progress.step(),
            progress.steps(),
            Durations.text(progress.secondsLeft())));
    panel.say(
        1, String.format(Locale.ROOT, "%s; %.1f GB of memory", unit, progress.memoryBytes() / 1e9));
    losses.show();
  }

  @Override
  public void point(LossPoint point, TrainingPreview pictures) {
    ColorProcessor picture = pictures == null ? null : PreviewPicture.of(pictures);
    onWindows(
        () -> {
          losses.add(point);
          losses.show();
          if (picture == null) return;
          preview.setProcessor(picture);
          panel.say(
              2,
              String.format(
                  Locale.ROOT, "Held-out pictures after epoch or step %.0f", point.position()));
        });
  }

  @Override
  public void warned(String message) {
    onWindows(() -> panel.say(2, message));
  }

  @Override
  public void checkpointWritten(Path file) {
    onWindows(() -> panel.say(2, "Checkpoint: " + file.getFileName()));
  }

  @Override
  public void copyWritten(Path file) {
    onWindows(() -> panel.say(2, file.getFileName() + " was written; training goes on."));
  }

  @Override
  public void calibrating(int done, int total) {
    onWindows(() -> panel.say(0, "Calibrating: picture " + done + " of " + total));
  }

  @Override
  public void ended(TrainingFiles files) {
    close("Done. The model was written to " + files.best());
  }

  /**
   * To be called when training did not come to its end.
   *
   * @param reason one sentence
   */
  public void stopped(String reason) {
    close(reason);
  }

  /** In a macro nobody looks any more, and what follows shall find the image that was there. */
  private void close(String reason) {
    onWindows(
        () -> {
          panel.end(reason);
          losses.show();
          if (!watched) {
            preview.close();
            losses.window().close();
          }
          if (before != null && before.getWindow() != null)
            WindowManager.setCurrentWindow(before.getWindow());
        });
  }

  /** Before they are open there is nothing to do. */
  private void onWindows(Runnable action) {
    EventQueue.invokeLater(
        () -> {
          if (panel != null) action.run();
        });
  }
}
