package sc.fiji.cavga.cli.report;

import java.io.PrintWriter;
import java.util.Locale;
import sc.fiji.cavga.nn.OperationProfile;

/** A table of where a training step's time goes. */
public final class ProfileTable {

  private static final String ROW = "%-44s %9.2f %9.2f %6.1f %%%n";

  private ProfileTable() {}

  /**
   * Times are means in milliseconds; operations with the same name and output shape share a row.
   *
   * @param steps over which was measured
   */
  public static void print(OperationProfile profile, int steps, PrintWriter out) {
    double perStep = 1e-6 / steps;
    double forward = 0;
    double backward = 0;
    for (OperationProfile.Entry entry : profile.entries()) {
      forward += entry.forward() * perStep;
      backward += entry.backward() * perStep;
    }
    out.printf(Locale.ROOT, "%-44s %9s %9s %8s%n", "operation", "forward", "backward", "share");
    for (OperationProfile.Entry entry : profile.entries())
      out.printf(
          Locale.ROOT,
          ROW,
          entry.name(),
          entry.forward() * perStep,
          entry.backward() * perStep,
          100 * entry.total() * perStep / (forward + backward));
    out.printf(Locale.ROOT, ROW, "all", forward, backward, 100.0);
  }
}
