package sc.fiji.cavga.spark.work;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Looks whether files look like masks: a name and a path in, the name and the answer out. */
public final class MaskWork implements FlatMapFunction<Iterator<Row>, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<RunParts> parts;

  public MaskWork(Broadcast<RunParts> parts) {
    this.parts = parts;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> files) throws IOException {
    FileWork work = FileWork.ofTask(parts.value());
    return new EachRow(
        files, work, file -> RowFactory.create(file.get(0), work.looksLikeMask(file.getString(1))));
  }
}
