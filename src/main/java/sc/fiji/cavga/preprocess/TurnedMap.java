package sc.fiji.cavga.preprocess;

import sc.fiji.cavga.picture.Turn;

/** The map of an upright picture as its pixels lie in the picture's file: the same values. */
public final class TurnedMap implements PictureMap {

  private final PictureMap upright;
  private final Turn turn;

  /** Gives the map itself where nothing is turned. */
  public static PictureMap of(PictureMap upright, Turn turn) {
    return turn.isNone() ? upright : new TurnedMap(upright, turn);
  }

  private TurnedMap(PictureMap upright, Turn turn) {
    this.upright = upright;
    this.turn = turn.ofSize(upright.width(), upright.height());
  }

  @Override
  public int width() {
    return turn.width();
  }

  @Override
  public int height() {
    return turn.height();
  }

  @Override
  public void row(int y, float[] values) {
    int first = turn.from(0, y);
    if (turn.swaps()) upright.column(first % upright.width(), values);
    else upright.row(first / upright.width(), values);
    if (turn.from(width() - 1, y) < first) reverse(values, width());
  }

  @Override
  public void column(int x, float[] values) {
    int first = turn.from(x, 0);
    if (turn.swaps()) upright.row(first / upright.width(), values);
    else upright.column(first % upright.width(), values);
    if (turn.from(x, height() - 1) < first) reverse(values, height());
  }

  private static void reverse(float[] values, int count) {
    for (int from = 0, to = count - 1; from < to; from++, to--) {
      float value = values[from];
      values[from] = values[to];
      values[to] = value;
    }
  }

  @Override
  public long inside() {
    return upright.inside();
  }
}
