package sc.fiji.cavga.compute;

import java.util.concurrent.CountDownLatch;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Makes OpenMP's threads sleep, rather than spin, while they wait for each other.
 *
 * <p>Where another program wants the processors too, a spinning thread keeps waiting for one that
 * the system has put aside: a convolution of 4 ms then takes 40 to 120 ms on two busy cores. The
 * environment variable OMP_WAIT_POLICY=passive prevents that, but a Java process cannot set its own
 * environment, and Fiji is started by others. GNU's OpenMP spins only briefly once it holds more
 * threads than there are processors; so one more team of threads is made, which then sleeps for
 * good. It costs a few hundred kilobytes and no time.
 */
final class IdleTeam {

  private IdleTeam() {}

  /** Returns when the team is asleep. */
  static void start() {
    CountDownLatch made = new CountDownLatch(1);
    Thread owner =
        new Thread(
            () -> {
              try {
                NativeOpsHolder.getInstance()
                    .getDeviceNativeOps()
                    .setOmpNumThreads(Runtime.getRuntime().availableProcessors());
                ConvolutionTiming.measure(0, 1);
              } finally {
                made.countDown();
              }
              sleep();
            },
            "CAVGA OpenMP idle team");
    owner.setDaemon(true);
    owner.start();
    try {
      made.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A team lives as long as the thread that made it. */
  private static void sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException expected) {
      // Whoever interrupts it ends the team, which only costs speed.
    }
  }
}
