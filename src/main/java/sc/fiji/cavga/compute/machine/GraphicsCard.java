package sc.fiji.cavga.compute.machine;

import java.util.ArrayList;
import java.util.List;
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
final class GraphicsCard {

  private static final Pattern LINE =
      Pattern.compile("\\s*(\\d+)\\.(\\d+)\\s*,(.*),\\s*(\\d+)[^,]*");

  private final int major;
  private final int minor;
  private final String name;
  private final int driver;

  GraphicsCard(int major, int minor, String name, int driver) {
    this.major = major;
    this.minor = minor;
    this.name = name;
    this.driver = driver;
  }

  /**
   * The cards that {@code nvidia-smi --query-gpu=compute_cap,name,driver_version
   * --format=csv,noheader} lists; lines that are no cards are left out.
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
                        Integer.parseInt(parts.group(4))));
            });
    return cards;
  }

  String name() {
    return name;
  }

  /** The compute capability, such as "8.6". */
  String capability() {
    return major + "." + minor;
  }

  /** The driver's major version. */
  int driver() {
    return driver;
  }

  /** Whether ND4J's CUDA library holds code that this card can run. */
  boolean runsLibrary() {
    return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
  }
}
