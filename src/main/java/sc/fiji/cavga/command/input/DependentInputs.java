package sc.fiji.cavga.command.input;

import java.util.function.Predicate;

/** A command some of whose inputs follow from others. */
public interface DependentInputs {

  /**
   * Gives those inputs that nobody has given what follows from the others. Called once the inputs
   * of a macro or script are there.
   *
   * @param given whether the input of a name was given
   */
  void complete(Predicate<String> given);
}
