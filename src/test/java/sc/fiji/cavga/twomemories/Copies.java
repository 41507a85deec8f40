package sc.fiji.cavga.twomemories;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * A buffer's copy for Java and its copy for native operations, with the bookkeeping of the CUDA
 * backend's native buffers: which was written last, and which was copied from the other since.
 *
 * <p>The copy that is out of date holds NaN, in whole numbers -1.
 */
final class Copies {

  private static final int POISON = 0xFF;

  /** How often anything was copied to the host that the device had computed, of all arrays. */
  static final AtomicLong RESULTS_READ = new AtomicLong();

  private final Pointer host;
  private final Pointer device;
  private final long bytes;
  private boolean computed;
  private long counter;
  private long hostWritten;
  private long hostRead;
  private long deviceWritten;
  private long deviceRead;

  /** As it is where only the device has been written so far. */
  Copies(Pointer host, Pointer device, long bytes) {
    this.host = host;
    this.device = device;
    this.bytes = bytes;
    writtenOnDevice();
    computed = false;
  }

  /** Of an array that nobody has written: both copies hold whatever there was. */
  void neverWritten() {
    Pointer.memset(device, POISON, bytes);
  }

  /** {@code synchronizeHostData}. */
  synchronized void toHost() {
    if (hostWritten > deviceWritten || hostRead > deviceWritten) return;
    Pointer.memcpy(host, device, bytes);
    if (computed) RESULTS_READ.incrementAndGet();
    hostRead = ++counter;
  }

  /** {@code synchronizeToDevice}. */
  synchronized void toDevice() {
    if (isActualOnDevice()) return;
    Pointer.memcpy(device, host, bytes);
    deviceRead = ++counter;
  }

  private boolean isActualOnDevice() {
    return deviceWritten > hostWritten || deviceRead > hostWritten;
  }

  /** {@code tickHostWrite}. */
  synchronized void writtenOnHost() {
    if (isActualOnDevice()) Pointer.memset(device, POISON, bytes);
    hostWritten = ++counter;
  }

  /** {@code tickDeviceWrite}. */
  synchronized void writtenOnDevice() {
    Pointer.memset(host, POISON, bytes);
    computed = true;
    deviceWritten = ++counter;
  }

  /** {@code tickDeviceRead}. */
  synchronized void readOnDevice() {
    deviceRead = ++counter;
  }
}
