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
 * Shows a training in ImageJ's image and plot windows: maps of some held-out pictures as they
 * improve, the losses of the stage under way, how far it is and how much it uses, with buttons to
 * cancel, to finish and to save a copy. Closing the windows does not stop the training. To be made
 * only where there can be windows, see {@link Desktop#hasWindows}.
 */
public final class TrainingWindow implements TrainingListener {

  /** Between two looks at the numbers. */
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

  /** Making pictures to look at takes at most one of so many parts of the time. */
  private static final int PARTS = 5;

  private final TrainingControl control;
  private final ImagePlus before = WindowManager.getCurrentImage();
  private final boolean watched = !IJ.isMacro();
  private long last = System.nanoTime() - INTERVAL;

  /** Nanoseconds that making the last pictures took, and when it ended. */
  private long cost;

  private long made;
  private int rows;
  private String stage = "";
  private String axis = "";

  // On AWT's thread alone.
  private ImagePlus preview;
  private TrainingPanel panel;
  private LossPlot losses;
  private String unit = "";
  private boolean pictured;

  public TrainingWindow(TrainingControl control) {
    this.control = control;
  }

  @Override
  public void begun(TrainingPlan plan) {
    ComputeDevice device = ComputeBackend.start().device();
    rows = plan.heldOutPictures();
    EventQueue.invokeLater(() -> open(plan, device));
  }

  private void open(TrainingPlan plan, ComputeDevice device) {
    String name = plan.files().best().getFileName().toString();
    int threads = device.threads();
    unit = (device.isGpu() ? "GPU " : "CPU ") + device.name();
    if (!device.isGpu()) unit += ", " + threads + (threads == 1 ? " thread" : " threads");
    ColorProcessor waiting = PreviewPicture.waiting(rows, "Training begins.");
    preview = new ImagePlus("Training " + name, waiting);
    TrainingPanel below = new TrainingPanel(control, waiting.getWidth());
    below.say(
        0,
        plan.trainingPictures()
            + " pictures to learn from, "
            + plan.heldOutPictures()
            + " held out");
    below.say(1, unit);
    ImageWindow window = new ImageWindow(preview);
    window.add(below);
    window.pack();
    losses = new LossPlot("Losses of " + name, "Step");
    panel = below;
  }

  private void showLosses() {
    boolean open = losses.window() != null;
    losses.show();
    if (!open && losses.window() != null && preview.getWindow() != null)
      placeBeside(preview.getWindow());
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
  public void stageBegun(String name, String positions) {
    stage = name;
    axis = positions.toLowerCase(Locale.ROOT);
    onWindows(
        () -> {
          panel.say(0, name);
          if (!positions.isEmpty()) losses.begin(name, positions);
          if (!pictured) preview.setProcessor(PreviewPicture.waiting(rows, name));
        });
  }

  @Override
  public void preparing(int done, int total) {
    String name = stage;
    if (due() || done == total) onWindows(() -> panel.say(0, name + ": " + done + " of " + total));
  }

  private boolean due() {
    long now = System.nanoTime();
    if (now - last < INTERVAL) return false;
    last = now;
    return true;
  }

  @Override
  public void progressed(TrainingProgress progress) {
    boolean due = due();
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
    if (progress.memoryBytes() > 0)
      panel.say(
          1,
          String.format(Locale.ROOT, "%s; %.1f GB of memory", unit, progress.memoryBytes() / 1e9));
    showLosses();
  }

  @Override
  public void point(LossPoint point, TrainingPreview pictures) {
    String when = String.format(Locale.ROOT, "%s, after %s %.0f", stage, axis, point.position());
    if (pictures != null) show(when, pictures);
    onWindows(
        () -> {
          losses.add(point);
          showLosses();
        });
  }

  @Override
  public void shown(String what, TrainingPreview pictures) {
    show(what, pictures);
  }

  private void show(String what, TrainingPreview pictures) {
    long began = System.nanoTime();
    if (began - made < (PARTS - 1) * cost) return;
    ColorProcessor picture = PreviewPicture.of(pictures, rows, what);
    made = System.nanoTime();
    cost = made - began;
    onWindows(
        () -> {
          preview.setProcessor(picture);
          pictured = true;
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
          showLosses();
          if (!watched) {
            preview.close();
            if (losses.window() != null) losses.window().close();
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
