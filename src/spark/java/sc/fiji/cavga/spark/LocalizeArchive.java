package sc.fiji.cavga.spark;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;

/** Localizes an archive. */
@Command(
    name = "localize",
    sortOptions = false,
    description = {
      "Writes tables of an archive of photographs, as Parquet.",
      "A file that fails has its row; a run that was stopped goes on when it is started again."
    })
final class LocalizeArchive implements Callable<Integer> {

  /** Megabytes that a Java for pictures takes beside its heap. */
  private static final int BESIDE_HEAP = 400;

  @Spec private CommandSpec spec;

  @Mixin private LocalizeOptions options;

  @Override
  public Integer call() throws Exception {
    String complaint = options.complaint();
    if (!complaint.isEmpty()) throw new ParameterException(spec.commandLine(), complaint);
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession spark = SparkSession.builder().config(configuration()).getOrCreate()) {
      spark.sparkContext().setLogLevel(options.verbose ? "WARN" : "OFF");
      out.println(new ArchiveRun(spark, options).run());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new ArchiveException(FailureSentence.of(e, options.output), e);
    }
    return ExitCode.DONE;
  }

  /** What users would forget, where they have not set it. */
  private SparkConf configuration() {
    SparkConf configuration = new SparkConf();
    configuration.setIfMissing("spark.app.name", "CAVGA localize");
    // A task that falls with an executor is not at fault.
    configuration.setIfMissing("spark.task.maxFailures", "8");
    // For file names with letters beyond ASCII.
    configuration.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
    int cores = configuration.getInt("spark.executor.cores", 1);
    configuration.setIfMissing(
        "spark.executor.memoryOverhead", cores * (options.memory() + BESIDE_HEAP) + "m");
    return configuration;
  }
}
