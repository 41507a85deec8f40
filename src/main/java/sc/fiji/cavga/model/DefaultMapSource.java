package sc.fiji.cavga.model;

/** What a model's default map is made of. */
public enum DefaultMapSource {
  /**
   * How unusual each place looks among normal ones, and how much it looks like an anomaly to a
   * network that painted ones have taught: for small anomalies in photographs.
   */
  DETECTOR,
  /** How unusual each place looks among normal ones, without that network. */
  DENSITY,
  /** The network's own difference image and attention: for small pictures of single things. */
  NETWORK
}
