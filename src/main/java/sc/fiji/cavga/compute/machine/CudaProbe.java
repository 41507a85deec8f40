package sc.fiji.cavga.compute.machine;

import java.util.List;

/** Looks for a GPU, a driver, and CUDA 11.6's libraries, before ND4J starts. */
public final class CudaProbe {

  private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  /** JavaCPP's bindings; loading one loads the system's library behind it. */
  private static final List<String> BINDINGS =
      List.of(
          "org.bytedeco.cuda.global.cudart",
          "org.bytedeco.cuda.global.cublas",
          "org.bytedeco.cuda.global.cusolver");

  private CudaProbe() {}

  /**
   * @param loader sees ND4J
   * @param wanted false where the user has asked for the CPU
   */
  public static CudaVerdict look(ClassLoader loader, boolean wanted) {
    boolean present = loader.getResource(BACKEND) != null;
    CudaVerdict verdict = CudaVerdict.of(wanted, present, wanted && present ? cards() : null);
    return verdict.isUsable() ? withLibraries(loader, verdict) : verdict;
  }

  private static List<GraphicsCard> cards() {
    return SystemCommand.output(
            20, "nvidia-smi", "--query-gpu=" + GraphicsCard.QUERY, "--format=csv,noheader")
        .map(GraphicsCard::parse)
        .orElse(null);
  }

  private static CudaVerdict withLibraries(ClassLoader loader, CudaVerdict verdict) {
    for (String binding : BINDINGS) {
      try {
        Class.forName(binding, true, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        String library = binding.substring(binding.lastIndexOf('.') + 1);
        return verdict.refused(
            "CUDA 11.6's library " + library + " was not found: install the CUDA toolkit 11.6");
      }
    }
    return verdict;
  }
}
