package sc.fiji.cavga.train;

import java.nio.file.Path;
import sc.fiji.cavga.compute.NativeMemory;

/** Trainings one after the other, which print how much memory the process holds after each. */
final class TrainingsProcess {

  private TrainingsProcess() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      TinyTraining.train(
          TinyTraining.config().size(64).width(8).epochs(2).seed(i).build(), Path.of(arguments[0]));
      System.gc();
      System.out.println(NativeMemory.residentBytes() >> 20);
    }
  }
}
