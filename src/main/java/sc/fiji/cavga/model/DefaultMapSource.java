package sc.fiji.cavga.model;

/** What a model's default map is made of. */
public enum DefaultMapSource {
  /** How unusual each place looks among normal ones: for small anomalies in photographs. */
  DENSITY,
  /** The network's own difference image and attention: for small pictures of single things. */
  NETWORK
}
