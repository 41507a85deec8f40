package sc.fiji.cavga.compute;

/** How many threads compute. */
final class ThreadCount {

  static final String VARIABLE = "OMP_NUM_THREADS";

  /** No machine computes faster with more, and the system may not have so many. */
  static final int MOST = 1024;

  private ThreadCount() {}

  /**
   * @param variable the environment's OMP_NUM_THREADS, or null
   * @param cores the physical cores, or less than 1 where they are not known
   * @param processors what the system lets this process use
   * @return the variable's number if there is one, else one thread per physical core: convolutions
   *     do not gain from hyper-threads
   */
  static int of(String variable, int cores, int processors) {
    check(variable);
    if (isSet(variable)) return Integer.parseInt(variable);
    return cores < 1 ? processors : Math.min(cores, processors);
  }

  /**
   * To be called before ND4J starts, which reads the variable too, and dies of what is no number.
   *
   * @throws ComputeUnavailableException if the variable is set and is no whole number from 1 to
   *     {@link #MOST}
   */
  static void check(String variable) {
    if (isSet(variable)
        && !(variable.matches("0*[1-9][0-9]{0,3}") && Integer.parseInt(variable) <= MOST))
      throw new ComputeUnavailableException(
          "The environment variable "
              + VARIABLE
              + " is '"
              + variable
              + "' and must be a whole number from 1 to "
              + MOST
              + ": change or remove it and start again.");
  }

  private static boolean isSet(String variable) {
    return variable != null && !variable.isEmpty();
  }
}
