package sc.fiji.cavga.compute.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The whole way, in a child that computes: here without a card. */
class CheckReportTest {

  @Test
  void passesOnTheCpuInTheWayOfACard() throws Exception {
    CheckReport test = CheckReport.run(CheckReportTest.class.getClassLoader());
    assertTrue(test.isPassed(), test.text());
    assertTrue(test.text().contains("Computed on  CPU"), test.text());
    assertTrue(test.text().contains("No card      this build has no library"), test.text());
  }
}
