package sc.fiji.cavga.spark.work;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Looks at the files of a chunk, one after the other: a row of the plan in, the same row and what
 * came out of it out. No more than one file is in memory at a time.
 */
public final class ChunkWork implements FlatMapFunction<Iterator<Row>, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<RunParts> parts;

  public ChunkWork(Broadcast<RunParts> parts) {
    this.parts = parts;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> files) throws IOException {
    FileWork work = FileWork.ofTask(parts.value());
    return new EachRow(files, work, file -> outcome(work, file));
  }

  private static Row outcome(FileWork work, Row file) {
    Object[] values = new Object[file.length() + 2];
    for (int i = 0; i < file.length(); i++) values[i] = file.get(i);
    FileWork.Outcome outcome = work.look(file.getLong(0), file.getString(1), file.getString(2));
    values[file.length()] = outcome.host;
    values[file.length() + 1] = outcome.pictures;
    return RowFactory.create(values);
  }
}
