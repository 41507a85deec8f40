package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.export.OnnxEngine;
import sc.fiji.cavga.model.Predictor;

/** What computes maps and scores. */
public final class EngineOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "own",
      description =
          "own, or onnx (ONNX Runtime, which has to be on the class path, computes maps and scores);"
              + " default: own")
  private String engine;

  public Predictor.Engine engine() {
    if (engine.equals(Predictor.OWN.label())) return Predictor.OWN;
    if (engine.equals(OnnxEngine.LABEL)) return new OnnxEngine();
    throw new ParameterException(
        command.commandLine(), "There is no engine \"" + engine + "\": choose own or onnx.");
  }
}
