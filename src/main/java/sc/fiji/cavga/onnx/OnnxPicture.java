package sc.fiji.cavga.onnx;

/**
 * What a model is given in ONNX: pictures at the network's size and their fields of view. What lies
 * outside counts for nothing, whatever values come in there.
 */
public final class OnnxPicture {

  public static final String PICTURE = "picture";
  public static final String FIELD_OF_VIEW = "field_of_view";

  private final OnnxGraph graph;
  private final int size;
  private final int channels;
  private final OnnxValue values;
  private final OnnxValue fieldOfView;
  private final OnnxValue inside;

  /** Adds both inputs to a graph. */
  public OnnxPicture(OnnxGraph graph, int size, int channels) {
    this.graph = graph;
    this.size = size;
    this.channels = channels;
    OnnxValue given =
        OnnxValue.input(
            graph,
            PICTURE,
            "Prepared pictures, 0 to 1" + (channels == 3 ? ", red, green, blue in sRGB" : ", grey"),
            OnnxGraph.BATCH,
            channels,
            size,
            size);
    OnnxValue field =
        OnnxValue.input(
            graph,
            FIELD_OF_VIEW,
            "1 inside the field of view and 0 outside",
            OnnxGraph.BATCH,
            1,
            size,
            size);
    inside = field.above(0);
    fieldOfView = inside.asNumbers();
    values = inside.choose(given, 0);
  }

  /** Names what is computed from now on, see {@link OnnxGraph#part}. */
  public void part(String name) {
    graph.part(name);
  }

  /** Width and height in pixels. */
  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  /** [B,C,H,W], zero outside the field of view. */
  public OnnxValue values() {
    return values;
  }

  /** [B,1,H,W], 1 inside and 0 outside. */
  public OnnxValue fieldOfView() {
    return fieldOfView;
  }

  /** [B,1,H,W], truth values. */
  public OnnxValue inside() {
    return inside;
  }

  /** [B], truth values: whether anything lies inside the field of view. */
  public OnnxValue seen() {
    return fieldOfView.largest(1, 2, 3).shaped(-1).above(0);
  }

  /** Values inside the field of view, zero outside. */
  public OnnxValue only(OnnxValue other) {
    return inside.choose(other, 0);
  }
}
