package sc.fiji.cavga.spark.work;

import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;

/**
 * Rows of files that are made when they are asked for, so that no more than one file is in memory.
 * The next file is announced before.
 */
final class EachRow implements Iterator<Row> {

  /** Of the column that has the file's place. */
  private static final int PATH = 1;

  private final Iterator<Row> given;
  private final FileWork work;
  private final UnaryOperator<Row> made;

  /** Null before the first and after the last. */
  private Row announced;

  EachRow(Iterator<Row> given, FileWork work, UnaryOperator<Row> made) {
    this.given = given;
    this.work = work;
    this.made = made;
  }

  @Override
  public boolean hasNext() {
    return announced != null || given.hasNext();
  }

  @Override
  public Row next() {
    Row row = announced == null ? announcedNext() : announced;
    announced = given.hasNext() ? announcedNext() : null;
    return made.apply(row);
  }

  private Row announcedNext() {
    Row row = given.next();
    work.announce(row.getString(PATH));
    return row;
  }
}
