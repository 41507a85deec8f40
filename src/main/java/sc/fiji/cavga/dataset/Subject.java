package sc.fiji.cavga.dataset;

/** What a data set's pictures show, and so how they are best learned. */
public enum Subject {
  /** Retinas: only what lies in the field of view counts, and small places may be anomalous. */
  RETINA,
  /** Other photographs, which count whole, and in which small places may be anomalous. */
  SCENE,
  /** Small pictures of one thing each, which is anomalous as a whole, such as MNIST's. */
  THING
}
