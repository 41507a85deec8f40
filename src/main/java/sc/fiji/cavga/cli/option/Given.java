package sc.fiji.cavga.cli.option;

import java.util.function.Consumer;

/** Options that were given, in contrast to those whose default stays. */
final class Given {

  private Given() {}

  /** Hands the value on unless it is null. */
  static <T> void value(T value, Consumer<T> setting) {
    if (value != null) setting.accept(value);
  }
}
