package sc.fiji.cavga.compute;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import sc.fiji.cavga.compute.machine.ArrayMemory;

/**
 * What computes. Everything that touches tensors calls {@link #start} first, and so does whoever
 * lets several threads read pictures: Java loads libraries for that, beside which ND4J must not
 * start.
 *
 * <pre>{@code
 * ComputeBackend backend = ComputeBackend.start();
 * log.info(backend.device().verdict());
 * }</pre>
 */
public final class ComputeBackend {

  private final BackendStart start;
  private final AtomicReference<ThreadTeam> team;
  private final ArrayPlace arrays;
  private final ArrayMemory memory;

  /** Whether the calling thread does one of several pieces of work that run side by side. */
  private final ThreadLocal<Boolean> besideOthers = ThreadLocal.withInitial(() -> false);

  private ComputeBackend(BackendStart start) {
    this.start = start;
    this.arrays =
        ArrayPlace.of(System.getProperty(ArrayPlace.PROPERTY), Nd4j.getEnvironment().isCPU());
    this.memory =
        Nd4j.getEnvironment().isCPU()
            ? ArrayMemory.ofMachine()
            : ArrayMemory.ofCard(ComputeBackend::freeOnCard);
    this.team = new AtomicReference<>(new ThreadTeam(start.defaultThreads()));
    oneBlasThread();
    IdleTeam.start();
  }

  /**
   * Starts ND4J on the first call, from whichever class loader and thread; later calls return the
   * same at once. To be called in each thread that computes, because OpenMP keeps the number of
   * threads apart for each one that calls it.
   *
   * @throws ComputeUnavailableException if nothing here computes; its message says what to do. A
   *     later call throws the same: ND4J starts once in a Java process.
   */
  public static ComputeBackend start() {
    ComputeBackend backend = Holder.get();
    backend.applyThreads();
    return backend;
  }

  /** What it runs on, with how many threads, and why. */
  public ComputeDevice device() {
    return start.describe(threads());
  }

  /** Where networks keep their arrays, unless somebody asks for another place. */
  public ArrayPlace arrays() {
    return arrays;
  }

  /** What networks' arrays lie in: the card's memory where one computes, else the machine's. */
  public ArrayMemory memory() {
    return memory;
  }

  /** Of the card that the calling thread's work goes to. */
  private static long freeOnCard() {
    return NativeOpsHolder.getInstance()
        .getDeviceNativeOps()
        .getDeviceFreeMemory(Nd4j.getAffinityManager().getDeviceForCurrentThread());
  }

  /** What {@link #useThreads} takes at most. */
  public static final int MOST_THREADS = ThreadCount.MOST;

  /** How many threads compute: one per core, or the environment's OMP_NUM_THREADS, or as set. */
  public int threads() {
    return team.get().size();
  }

  /**
   * Sets how many threads compute, here and in each thread that calls {@link #start} afterwards.
   * Results may differ in their last bits from those with another number of threads.
   *
   * @param count at least 1
   */
  public void useThreads(int count) {
    if (count < 1)
      throw new IllegalArgumentException("The number of threads must be at least 1, not " + count);
    if (count != threads()) team.getAndSet(new ThreadTeam(count)).close();
    applyThreads();
  }

  /**
   * Runs pieces of work that do not depend on each other, several at a time, and each with one
   * thread: they then never wait for each other. A single piece gets all threads.
   *
   * @param pieces not many more than there are threads
   * @param work called once for each piece, with its number
   */
  public static void sideBySide(int pieces, IntConsumer work) {
    ComputeBackend backend = Holder.get();
    if (pieces == 1) {
      setThreads(backend.ownThreads());
      work.accept(0);
      return;
    }
    try {
      backend
          .team
          .get()
          .run(
              pieces,
              piece ->
                  besideOthers(
                      () -> {
                        work.accept(piece);
                        return null;
                      }));
    } finally {
      setThreads(backend.ownThreads());
    }
  }

  /**
   * Into how many pieces {@link #sideBySide} is best given work on so many things: one for each
   * thread, but one alone where this thread already works beside others, and on a graphics card.
   */
  public static int lanes(long things) {
    ComputeBackend backend = Holder.get();
    if (backend.besideOthers.get() || !Nd4j.getEnvironment().isCPU()) return 1;
    return (int) Math.max(1, Math.min(backend.threads(), things));
  }

  /**
   * Runs pieces of work that do not depend on each other and compute in Java alone, each by the
   * next thread that is free.
   *
   * @param work called once for each piece, with its number
   */
  public static void share(int pieces, IntConsumer work) {
    ComputeBackend backend = Holder.get();
    if (backend.besideOthers.get()) for (int piece = 0; piece < pieces; piece++) work.accept(piece);
    else backend.team.get().run(pieces, work);
  }

  /** How many threads the calling thread's native operations may use. */
  public static int nativeThreads() {
    return Holder.get().ownThreads();
  }

  private int ownThreads() {
    return besideOthers.get() ? 1 : threads();
  }

  /** A piece of work that may fail. */
  public interface Piece<T, E extends Exception> {
    T work() throws E;
  }

  /**
   * Runs one of several pieces of work that threads of the caller's do side by side: it computes
   * with one thread, so that they never wait for each other.
   */
  public static <T, E extends Exception> T besideOthers(Piece<T, E> piece) throws E {
    ComputeBackend backend = Holder.get();
    boolean before = backend.besideOthers.get();
    backend.besideOthers.set(true);
    setThreads(1);
    try {
      return piece.work();
    } finally {
      backend.besideOthers.set(before);
    }
  }

  /** Of the thread that calls. */
  private static void setThreads(int count) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
  }

  /** Times one convolution, with the threads as they are set; takes under a second. */
  public ConvolutionTiming timeConvolution() {
    return ConvolutionTiming.measure(5, 15);
  }

  private void applyThreads() {
    int count = threads();
    setThreads(count);
    // ND4J's own thread pool; its first limit bounds the second.
    Nd4j.getEnvironment().setMaxThreads(count);
    Nd4j.getEnvironment().setMaxMasterThreads(count);
  }

  /**
   * BLAS keeps threads of its own, which would spin beside OpenMP's: who needs more than one splits
   * the work. Set once for the whole process, because JavaCPP looks for the function each time, in
   * a way that can stop for ever where another thread loads a library meanwhile: each then waits
   * for a lock of the C library that the other holds.
   */
  private static void oneBlasThread() {
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /** Java's class initialization: started once, on demand, and safe among threads. */
  private static final class Holder {

    private static final ComputeBackend BACKEND;
    private static final ComputeUnavailableException FAILURE;

    static {
      ComputeBackend backend = null;
      ComputeUnavailableException failure = null;
      try {
        backend = new ComputeBackend(BackendStart.run());
      } catch (ComputeUnavailableException e) {
        failure = e;
      }
      BACKEND = backend;
      FAILURE = failure;
    }

    /** The started backend; throws why there is none. */
    static ComputeBackend get() {
      if (FAILURE != null) throw new ComputeUnavailableException(FAILURE.getMessage(), FAILURE);
      return BACKEND;
    }
  }
}
