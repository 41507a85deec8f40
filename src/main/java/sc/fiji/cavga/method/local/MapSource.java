package sc.fiji.cavga.method.local;

/** What the map is made of. */
public enum MapSource {
  /** The distance from what is normal, and a U-Net that synthetic anomalies have taught. */
  DETECTOR,
  /** The distance alone. */
  DENSITY
}
