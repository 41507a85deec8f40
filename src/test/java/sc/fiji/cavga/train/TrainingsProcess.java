package sc.fiji.cavga.train;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;

/**
 * Trainings one after the other, which print after each how many kilobytes of Java's heap are in
 * use, and how many the process holds.
 */
final class TrainingsProcess {

  private TrainingsProcess() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      TinyTraining.train(
          TinyTraining.config()
              .with(CommonSettings.SIZE, 64)
              .with(CavgaSettings.WIDTH, 8)
              .with(CavgaSettings.EPOCHS, 2)
              .with(CommonSettings.SEED, (long) i),
          Path.of(arguments[0]));
      // The second collects what the first left to be cleaned up.
      System.gc();
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.println((heap >> 10) + " " + (NativeMemory.residentBytes() >> 10));
    }
  }
}
