package sc.fiji.cavga.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.check.CardCheck;
import sc.fiji.cavga.compute.check.CheckOutcome;
import sc.fiji.cavga.compute.check.StepProcess;
import sc.fiji.cavga.compute.machine.CpuOnlyClassLoader;
import sc.fiji.cavga.compute.machine.CudaProbe;
import sc.fiji.cavga.compute.machine.CudaVerdict;
import sc.fiji.cavga.compute.machine.EngineLog;
import sc.fiji.cavga.compute.machine.EngineProperties;
import sc.fiji.cavga.compute.machine.GraphicsCard;
import sc.fiji.cavga.compute.machine.JarVersion;
import sc.fiji.cavga.compute.machine.NativeFailure;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.compute.machine.NativePlatform;
import sc.fiji.cavga.compute.machine.ProcessorName;
import sc.fiji.cavga.compute.machine.QuietConsole;

/** ND4J's start, in the order that it needs; done once in a Java process. */
final class BackendStart {

  /** System property, "cpu" or "auto": which device to compute on. */
  static final String DEVICE_PROPERTY = "cavga.device";

  private static final String AUTO = "auto";

  private final ClassLoader loader;
  private final CudaVerdict cuda;

  /** Asked once, see {@link ComputeBackend}. */
  private final String blas;

  private BackendStart(ClassLoader loader, CudaVerdict cuda, String blas) {
    this.loader = loader;
    this.cuda = cuda;
    this.blas = blas;
  }

  /**
   * Starts ND4J from the class loader that holds this class: in Fiji, under a launcher, or in a
   * test, the thread's own class loader need not know ND4J.
   *
   * @throws ComputeUnavailableException if nothing computes
   */
  static BackendStart run() {
    ClassLoader loader = BackendStart.class.getClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      return QuietConsole.during(
          () -> {
            ThreadCount.check(System.getenv(ThreadCount.VARIABLE));
            EngineProperties.set();
            EngineLog.errorsOnly();
            CudaVerdict cuda = lookForCard(loader);
            ClassLoader view = cuda.isUsable() ? loader : new CpuOnlyClassLoader(loader);
            thread.setContextClassLoader(view);
            // Before anything touches Nd4j, or it looks for its backend elsewhere.
            ND4JClassLoading.setNd4jClassloader(view);
            Nd4j.scalar(1f).close();
            String blas = String.valueOf(Nd4j.factory().blas().getBlasVendor());
            return new BackendStart(loader, cuda, blas);
          });
    } catch (ComputeUnavailableException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw StartFailure.of(
          loader,
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          e,
          NativeFailure.cache());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static CudaVerdict lookForCard(ClassLoader loader) {
    CudaVerdict found =
        CudaProbe.look(loader, asksForCard(System.getProperty(DEVICE_PROPERTY, AUTO)));
    return StepProcess.isThis() ? found : tried(found, CardCheck.standard(loader)::of);
  }

  /**
   * @param wanted "cpu" or "auto"
   * @throws ComputeUnavailableException with one sentence for another word, which would else let a
   *     card compute where a slip of the pen has asked for the CPU
   */
  static boolean asksForCard(String wanted) {
    if (!wanted.equals(AUTO) && !wanted.equals("cpu"))
      throw new ComputeUnavailableException(
          "The system property "
              + DEVICE_PROPERTY
              + " must be cpu or auto, not "
              + wanted
              + "; leave it out for what fits the machine.");
    return wanted.equals(AUTO);
  }

  /** A card is used only after it has computed one training step as the CPU does. */
  static CudaVerdict tried(CudaVerdict found, Function<GraphicsCard, CheckOutcome> trial) {
    if (!found.isUsable()) return found;
    GraphicsCard card = found.card().orElseThrow();
    CheckOutcome outcome = trial.apply(card);
    String reason = outcome.reason(card.name());
    return outcome.isPassed() ? found.confirmed(reason) : found.refused(reason);
  }

  /** One thread per core, or what the environment says. */
  int defaultThreads() {
    return ThreadCount.of(
        System.getenv(ThreadCount.VARIABLE),
        Loader.totalCores(),
        Runtime.getRuntime().availableProcessors());
  }

  ComputeDevice describe(int threads) {
    boolean gpu = !Nd4j.getEnvironment().isCPU();
    return new ComputeDevice(
        gpu,
        gpu ? cuda.card().orElseThrow().name() : ProcessorName.read(),
        cuda.reason(),
        cuda.card().map(GraphicsCard::properties).orElse(Map.of()),
        threads,
        Runtime.getRuntime().availableProcessors(),
        software(gpu),
        NativeMemory.limitBytes(),
        NativeMemory.isCollectionDisabled());
  }

  private Map<String, String> software(boolean gpu) {
    String build = Nd4j.backend.buildInfo();
    Map<String, String> software = new LinkedHashMap<>();
    software.put("ND4J", JarVersion.of(loader, "org.nd4j", "nd4j-api"));
    software.put("JavaCPP", JarVersion.of(loader, "org.bytedeco", "javacpp"));
    software.put("BLAS", blas);
    software.put("oneDNN", !gpu && build.contains("HAVE_ONEDNN") ? "yes" : "no");
    software.put("Library", String.join(", ", NativePlatform.allLibrariesFoundBy(loader)));
    return software;
  }
}
