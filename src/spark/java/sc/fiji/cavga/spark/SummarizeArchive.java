package sc.fiji.cavga.spark;

import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.table.ArchiveSummary;

/** Says what a run has found. */
@Command(
    name = "summarize",
    description = {
      "Counts the rows of a run, finished or not: failures by kind, scores, the slowest and the"
          + " strangest files. Writes summary.html and summary.json into the folder."
    })
final class SummarizeArchive implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The output folder of localize")
  private String folder;

  @Override
  public Integer call() throws Exception {
    SparkConf configuration = new SparkConf().setIfMissing("spark.app.name", "CAVGA summarize");
    try (SparkSession spark = SparkSession.builder().config(configuration).getOrCreate()) {
      spark.sparkContext().setLogLevel("OFF");
      Store store = new Store(spark.sparkContext().hadoopConfiguration());
      ArchiveSummary summary = new ArchiveSummary(spark, store, store.place(folder));
      summary.write();
      spec.commandLine().getOut().println(summary.sentence());
    } catch (Exception e) {
      throw new ArchiveException(FailureSentence.of(e, folder), e);
    }
    return ExitCode.DONE;
  }
}
