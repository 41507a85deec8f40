package sc.fiji.cavga.compute.machine;

import java.util.List;

/** Cards that are not there. */
public final class StandInCard {

  private StandInCard() {}

  /** One that ND4J's library runs on. */
  public static GraphicsCard withDriver(String driver) {
    return GraphicsCard.parse("8.6, RTX 3090, " + driver + ", 24576 MiB").get(0);
  }

  /** A verdict for it. */
  public static CudaVerdict usable() {
    return CudaVerdict.of(true, true, List.of(withDriver("535.183.01")));
  }
}
