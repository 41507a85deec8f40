package sc.fiji.cavga.read.file;

import java.io.IOException;

/** A picture does not fit into what is free of Java's memory; its message says what to do. */
public final class InsufficientHeapException extends IOException {

  private static final long serialVersionUID = 1L;

  InsufficientHeapException(String message) {
    super(message);
  }
}
