package sc.fiji.cavga.cli.option;

import java.io.IOException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.settings.DecimalNumber;

/** How many of the anomalous test pictures training takes: a number, or a share such as 2%. */
final class TestAnomalies {

  private final double value;
  private final boolean share;

  private TestAnomalies(double value, boolean share) {
    this.value = value;
    this.share = share;
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<TestAnomalies> {
    @Override
    public TestAnomalies convert(String text) {
      boolean share = text.endsWith("%");
      try {
        double value = DecimalNumber.parse(share ? text.substring(0, text.length() - 1) : text);
        if (value > 0 && (share ? value < 100 : value == Math.rint(value)))
          return new TestAnomalies(value, share);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(problem(text));
      }
      throw new TypeConversionException(problem(text));
    }

    private static String problem(String text) {
      return "'" + text + "' is neither a number of pictures nor a share such as 2%";
    }
  }

  /** Of a share the next larger number, so that it is never none. */
  Dataset apply(Dataset dataset, long seed) throws IOException {
    long anomalous = dataset.test().stream().filter(Sample::anomalous).count();
    double count = share ? Math.ceil(value / 100 * anomalous) : Math.min(value, anomalous);
    return dataset.withTestAnomaliesForTraining((int) count, seed);
  }
}
