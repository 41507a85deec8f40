package sc.fiji.cavga.method.cavga.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.NamedArray;

/**
 * A public ResNet-18's weights as CAVGA-R's start: arrays under PyTorch's names, as torchvision and
 * timm save them, matched with those of a network's encoder. Immutable.
 */
public final class EncoderWeights {

  private static final String FIRST = "conv1.weight";
  private static final int MOST_NAMES = 4;

  private final List<NamedArray> arrays;
  private final List<String> unused;

  private EncoderWeights(List<NamedArray> arrays, List<String> unused) {
    this.arrays = List.copyOf(arrays);
    this.unused = List.copyOf(unused);
  }

  /**
   * Matches all that an encoder needs, by name behind whatever prefix the file may have.
   *
   * @param network for whose encoder they are meant
   * @param given the file's arrays
   * @throws IllegalArgumentException with one sentence when the network is not CAVGA-R, or arrays
   *     are missing or have other shapes
   */
  public static EncoderWeights of(NetworkConfig network, Collection<NamedArray> given) {
    if (network.variant() != NetworkConfig.Variant.R)
      throw new IllegalArgumentException(
          "Encoder weights are for CAVGA-R: choose variant r, or leave them out.");
    Map<String, NamedArray> byName = new TreeMap<>();
    for (NamedArray array : given) byName.put(array.name(), array);
    String prefix = prefix(byName);
    List<NamedArray> used = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    for (NamedArray needed : encoder(network)) {
      String name = needed.name().substring(ResNet18.PREFIX.length());
      NamedArray array = byName.remove(prefix + name);
      if (array == null) missing.add(name);
      else if (!Arrays.equals(array.shape(), needed.shape()))
        misshapen.add(
            String.format(
                Locale.ROOT,
                "%s is %s where %s is needed",
                name,
                Arrays.toString(array.shape()),
                Arrays.toString(needed.shape())));
      else used.add(new NamedArray(needed.name(), array.shape(), array.values()));
    }
    refuse(network, missing, misshapen);
    return new EncoderWeights(used, new ArrayList<>(byName.keySet()));
  }

  /** What the encoder's arrays are called and how large they are. */
  private static List<NamedArray> encoder(NetworkConfig network) {
    try (CavgaNetwork example = new CavgaNetwork(network, 0)) {
      return example.weights().stream()
          .filter(array -> array.name().startsWith(ResNet18.PREFIX))
          .collect(Collectors.toList());
    }
  }

  /** What stands before all names, such as "module."; empty in most files. */
  private static String prefix(Map<String, NamedArray> byName) {
    if (byName.containsKey(FIRST)) return "";
    for (String name : byName.keySet())
      if (name.endsWith("." + FIRST) && !name.contains("layer"))
        return name.substring(0, name.length() - FIRST.length());
    return "";
  }

  private static void refuse(NetworkConfig network, List<String> missing, List<String> misshapen) {
    if (!misshapen.isEmpty())
      throw new IllegalArgumentException(
          "The encoder's weights do not fit a network of width "
              + network.width()
              + " and "
              + network.channels()
              + " channels: "
              + some(misshapen)
              + ". Public weights need width 64 and 3 channels.");
    if (!missing.isEmpty())
      throw new IllegalArgumentException(
          "The encoder's weights are not a whole ResNet-18's under PyTorch's names: "
              + some(missing)
              + (missing.size() == 1 ? " is missing." : " are missing."));
  }

  private static String some(List<String> names) {
    if (names.size() <= MOST_NAMES) return String.join(", ", names);
    return String.join(", ", names.subList(0, MOST_NAMES))
        + " and "
        + (names.size() - MOST_NAMES)
        + " more";
  }

  /** Those that are used, under this network's names. */
  public List<NamedArray> arrays() {
    return arrays;
  }

  /** The names of those that are not, such as the classifier's, as the file has them. */
  public List<String> unused() {
    return unused;
  }

  /** Which were used and which were not, in one sentence. */
  public String report() {
    return "The encoder begins with "
        + arrays.size()
        + " arrays of these weights; "
        + (unused.isEmpty() ? "none was left over" : "not used: " + some(unused))
        + ".";
  }
}
