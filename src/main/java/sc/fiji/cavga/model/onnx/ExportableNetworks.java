package sc.fiji.cavga.model.onnx;

import com.google.gson.JsonObject;
import java.io.IOException;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.ModelEntries;

/**
 * A method whose networks can be said in ONNX, but not the whole way from a picture to its map:
 * what its models do before, between and after is described in words and numbers.
 */
public interface ExportableNetworks extends Method {

  /**
   * The networks of a model.
   *
   * @param entries that {@link Method#check(ModelEntries)} has let pass
   * @return to be closed
   * @throws IOException with one sentence when arrays are missing or do not fit
   */
  SquareNetworks networks(ModelEntries entries) throws IOException;

  /**
   * Name of the text, in the jar's folder {@code export}, that says how a photograph comes to the
   * results of a model with its networks: paragraphs, whose first lines name the steps.
   */
  String stepsText();

  /**
   * The numbers that the steps use, those of the model of these entries too.
   *
   * @return a new object
   * @throws IOException with one sentence when arrays are missing or do not fit
   */
  JsonObject numbers(ModelEntries entries) throws IOException;
}
