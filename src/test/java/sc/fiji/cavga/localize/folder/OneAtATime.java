package sc.fiji.cavga.localize.folder;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import sc.fiji.cavga.compute.ComputeBackend;

/** Computes with one thread, so that a folder run begins no picture before the last one is done. */
public final class OneAtATime implements BeforeEachCallback, AfterEachCallback {

  private int threads;

  @Override
  public void beforeEach(ExtensionContext context) {
    threads = ComputeBackend.start().threads();
    ComputeBackend.start().useThreads(1);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ComputeBackend.start().useThreads(threads);
  }
}
