package sc.fiji.cavga.compute;

/** Where a network's arrays lie, and with that in which of two ways its operations compute. */
public enum ArrayPlace {
  /** In main memory, where Java's loops and the processor's libraries work on them in turn. */
  HOST,
  /**
   * Where ND4J's backend keeps them: ND4J's operations alone touch them, and numbers are copied.
   */
  RESIDENT;

  /** System property, "host" or "resident": chooses by hand what else the backend decides. */
  static final String PROPERTY = "cavga.arrays";

  /**
   * In main memory on the CPU, and on the card where one computes.
   *
   * @param asked of the user, "host" or "resident"; null for what fits the backend
   * @param cpu whether ND4J computes on the CPU
   * @throws ComputeUnavailableException with one sentence for another word, and for "host" on a
   *     card: there Java would read and write memory that the card does not see
   */
  static ArrayPlace of(String asked, boolean cpu) {
    if (asked == null) return cpu ? HOST : RESIDENT;
    if (asked.equals("resident")) return RESIDENT;
    if (!asked.equals("host"))
      throw new ComputeUnavailableException(
          "The system property "
              + PROPERTY
              + " must be host or resident, not "
              + asked
              + "; leave it out for what fits the machine.");
    if (!cpu)
      throw new ComputeUnavailableException(
          "Arrays cannot stay in main memory while a graphics card computes: leave out -D"
              + PROPERTY
              + "=host, or compute on the CPU with -D"
              + BackendStart.DEVICE_PROPERTY
              + "=cpu.");
    return HOST;
  }
}
