package sc.fiji.cavga.method.disc.teaching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.teaching.painting.CleanDisc;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.picture.UnusablePictureException;

/**
 * Teaches both networks: the finder first with the discs that somebody has outlined, then anew with
 * those too that it finds itself; and the outliner with cups painted into all of them, and then
 * with real cups too that it outlines itself. The same samples, settings and seed give the same
 * bits.
 */
public final class DiscTeaching {

  /** Of the finder's steps, with outlined discs alone. */
  private static final double FIRST_ROUND = 0.7;

  /** Rounds in which the outliner learns from real cups too, each time outlined anew. */
  private static final int OWN_ROUNDS = 2;

  /** Of the outliner's steps, in each of these rounds. */
  private static final double OWN_ROUND = 0.28;

  /** The largest learning rate. */
  private static final double RATE = 4e-3;

  private static final String FINDING = "Learning to find optic discs";
  private static final String OUTLINING = "Learning to outline optic discs and cups";
  private static final String REFINING = "Learning from real cups too";

  /**
   * Which pictures the outliner's lessons draw: of two draws that were tried, the one whose network
   * was better on development eyes.
   */
  private static final String DRAW = ", network 1 of 2";

  private final TeachingSettings settings;
  private final List<? extends DiscSample> samples;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final NetTeaching teaching;

  /** Squares without a disc. */
  private final List<KnownDisc> empty = new ArrayList<>();

  /**
   * @param samples of which at least one has an outlined disc
   * @param listener hears of the samples as they are read, of those that are passed over, and of
   *     each step
   */
  public DiscTeaching(
      TeachingSettings settings,
      List<? extends DiscSample> samples,
      TrainingControl control,
      TrainingListener listener) {
    this.settings = settings;
    this.samples = samples;
    this.control = control;
    this.listener = listener;
    teaching = new NetTeaching(settings.seed(), control, listener);
  }

  /**
   * Teaches, and writes the weights of both networks as safetensors of half precision; nothing is
   * written when it does not come to its end.
   *
   * @throws IOException with one sentence when no disc is outlined, a file cannot be read, or the
   *     weights cannot be written
   * @throws InterruptedException when it was cancelled
   */
  public void run(Path target) throws IOException, InterruptedException {
    List<NamedArray> weights = new ArrayList<>();
    try (DiscNet finder = finder()) {
      weights.addAll(finder.weights());
      try (DiscNet outliner = outliner(finder)) {
        weights.addAll(outliner.weights());
      }
    }
    AtomicFile.write(target, out -> Safetensors.writeHalves(out, weights));
  }

  private DiscNet finder() throws IOException, InterruptedException {
    List<DiscSample> masked = new ArrayList<>();
    List<DiscSample> others = new ArrayList<>();
    for (DiscSample sample : samples) (sample.disc().isPresent() ? masked : others).add(sample);
    List<KnownDisc> outlined = new ArrayList<>();
    read(
        masked,
        (sample, reading) -> {
          KnownDisc whole = reading.whole();
          if (whole == null) {
            listener.warned(sample.name() + " is passed over: its mask is empty.");
            return;
          }
          outlined.add(whole);
          empty.addAll(reading.elsewhere());
        });
    if (outlined.isEmpty())
      throw new IOException(
          "None of the "
              + samples.size()
              + " pictures has an outlined optic disc, from which the first discs are learned: give"
              + " some with masks.");
    int first = (int) Math.ceil(FIRST_ROUND * settings.finderSteps());
    if (others.isEmpty())
      return taughtFinder(new FinderLesson(outlined, List.of()), settings.finderSteps());
    List<KnownDisc> photographs = new ArrayList<>(outlined);
    List<KnownDisc> crops = new ArrayList<>();
    try (DiscNet beginner = taughtFinder(new FinderLesson(outlined, List.of()), first)) {
      read(
          others,
          (sample, reading) -> {
            SampleReading.Outlined disc = reading.outlined(beginner);
            if (disc == null) return;
            crops.add(disc.known());
            if (disc.ofPhotograph()) photographs.add(disc.photograph());
          });
    }
    return taughtFinder(new FinderLesson(photographs, crops), settings.finderSteps());
  }

  private DiscNet taughtFinder(FinderLesson lesson, int steps)
      throws IOException, InterruptedException {
    DiscNet net = DiscNet.finder(settings.seed());
    return taught(
        net, new EmptyLesson(lesson, empty, net.size(), 1), steps, RATE, FINDING, FINDING);
  }

  private DiscNet outliner(DiscNet finder) throws IOException, InterruptedException {
    List<CleanDisc> discs = new ArrayList<>();
    List<KnownDisc> outlined = new ArrayList<>();
    List<KnownDisc> others = new ArrayList<>();
    read(
        samples,
        (sample, reading) -> {
          SampleReading.Outlined disc = reading.outlined(finder);
          if (disc == null) {
            listener.warned(sample.name() + " is passed over: its optic disc is not certain.");
            return;
          }
          discs.add(new CleanDisc(disc.crop()));
          KnownDisc known = disc.known();
          (known.knowsCup() ? outlined : others).add(known);
        });
    DiscNet net = DiscNet.outliner(settings.seed());
    int steps = settings.outlinerSteps();
    int own = (int) (OWN_ROUND * steps);
    taught(
        net, lesson(discs, outlined), steps - OWN_ROUNDS * own, RATE, OUTLINING, OUTLINING + DRAW);
    for (int round = 1; round <= OWN_ROUNDS; round++) {
      List<KnownDisc> real = new ArrayList<>(outlined);
      real.addAll(own(net, others));
      String which = ", round " + round;
      taught(net, lesson(discs, real), own, RATE / 2, REFINING + which, REFINING + DRAW + which);
    }
    return net;
  }

  private Lesson lesson(List<CleanDisc> discs, List<KnownDisc> real) {
    return new EmptyLesson(new OutlinerLesson(discs, real), empty, DiscNet.OUTLINER_SIZE, 2);
  }

  private List<KnownDisc> own(DiscNet net, List<KnownDisc> discs) throws InterruptedException {
    List<KnownDisc> own = new ArrayList<>();
    try {
      OwnOutlines outlines = new OwnOutlines(net);
      for (KnownDisc disc : discs) {
        control.check();
        outlines.of(disc).ifPresent(own::add);
      }
      return own;
    } catch (InterruptedException | RuntimeException e) {
      net.close();
      throw e;
    }
  }

  private DiscNet taught(
      DiscNet net, Lesson lesson, int steps, double rate, String activity, String draws)
      throws IOException, InterruptedException {
    try {
      teaching.teach(net, lesson, steps, rate, activity, draws);
      return net;
    } catch (IOException | InterruptedException | RuntimeException e) {
      net.close();
      throw e;
    }
  }

  /** What is done with each sample. */
  private interface Use {
    void of(DiscSample sample, SampleReading reading) throws IOException;
  }

  private void read(List<? extends DiscSample> some, Use use)
      throws IOException, InterruptedException {
    int done = 0;
    for (DiscSample sample : some) {
      control.check();
      try {
        use.of(sample, SampleReading.of(sample));
      } catch (UnusablePictureException e) {
        listener.warned(sample.name() + " is passed over: " + e.getMessage());
      }
      listener.checked(++done, some.size());
    }
  }
}
