package sc.fiji.cavga.compute.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An NVIDIA graphics card as its driver describes it.
 *
 * <p>ND4J 1.0.0-M2.1's CUDA library holds machine code for the compute capabilities 3.7 to 8.6 and
 * no portable code. So it runs on Kepler K80 (3.7), Maxwell (5.x), Pascal (6.x), Volta and Turing
 * (7.x) and Ampere (8.0, 8.6), on Ada (8.9) because code for 8.6 runs on every later 8.x, and
 * neither on Hopper (9.0) nor on Blackwell (10.0, 12.0).
 */
public final class GraphicsCard {

  /** What to ask nvidia-smi for; {@link #parse} reads the answers. */
  static final String QUERY = "compute_cap,name,driver_version,memory.total";

  private static final Pattern LINE =
      Pattern.compile("\\s*(\\d+)\\.(\\d+)\\s*,(.*?),\\s*((\\d+)[^,]*?)\\s*(?:,([^,]*))?");

  private final int major;
  private final int minor;
  private final String name;
  private final int driver;
  private final String driverVersion;
  private final String memory;

  GraphicsCard(int major, int minor, String name, int driver) {
    this(major, minor, name, driver, String.valueOf(driver), "unknown");
  }

  private GraphicsCard(
      int major, int minor, String name, int driver, String driverVersion, String memory) {
    this.major = major;
    this.minor = minor;
    this.name = name;
    this.driver = driver;
    this.driverVersion = driverVersion;
    this.memory = memory;
  }

  /**
   * The cards that {@code nvidia-smi --query-gpu=QUERY --format=csv,noheader} lists; lines that are
   * no cards are left out.
   */
  static List<GraphicsCard> parse(String listing) {
    List<GraphicsCard> cards = new ArrayList<>();
    listing
        .lines()
        .forEach(
            line -> {
              Matcher parts = LINE.matcher(line);
              if (parts.matches())
                cards.add(
                    new GraphicsCard(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3).strip(),
                        Integer.parseInt(parts.group(5)),
                        parts.group(4).strip(),
                        parts.group(6) == null ? "unknown" : parts.group(6).strip()));
            });
    return cards;
  }

  public String name() {
    return name;
  }

  /** The compute capability, such as "8.6". */
  public String capability() {
    return major + "." + minor;
  }

  /** The driver's major version. */
  int driver() {
    return driver;
  }

  /** The driver's version in full, such as "535.183.01". */
  public String driverVersion() {
    return driverVersion;
  }

  /** What a person who looks for a fault wants to know of it, in the order in which to show it. */
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("Card", name);
    properties.put("Capability", capability());
    properties.put("Driver", driverVersion);
    properties.put("Card memory", memory);
    return properties;
  }

  /** Whether ND4J's CUDA library holds code that this card can run. */
  boolean runsLibrary() {
    return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
  }
}
