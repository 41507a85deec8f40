package sc.fiji.cavga.twomemories;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.DoubleRawIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.cpu.nativecpu.buffer.DoubleBuffer;

/** A buffer of double precision numbers in two memories; see {@link TwoMemories}. */
final class TwoDoubles extends DoubleBuffer implements TwoMemories {

  private final transient DataBuffer source;
  private final transient DoublePointer host;
  private final transient Copies copies;

  /**
   * @param source an ordinary buffer, whose memory becomes the device's
   * @param host Java's memory; null to allocate it
   */
  TwoDoubles(DataBuffer source, Pointer host) {
    super(source.pointer(), source.indexer(), source.underlyingLength());
    this.source = source;
    this.host =
        host == null ? new DoublePointer(source.underlyingLength()) : new DoublePointer(host);
    copies = new Copies(this.host, source.pointer(), underlyingLength * elementSize);
    offset = source.offset();
    originalOffset = source.originalOffset();
    length = source.length();
    attached = source.isAttached();
    parentWorkspace = source.getParentWorkspace();
    workspaceGenerationId = source.getGenerationId();
    show();
  }

  /** A part of another buffer: both its memories are parts of the other's. */
  TwoDoubles(TwoDoubles whole, long length, long offset) {
    super(whole, length, offset);
    source = null;
    TwoDoubles original = (TwoDoubles) originalBuffer;
    host = new DoublePointer(original.host.getPointer(offset));
    copies = whole.copies;
    show();
  }

  private void show() {
    NativeCalls.register(ptrDataBuffer, copies);
    pointer = host;
    setIndexer(new Synchronized(host, copies));
  }

  @Override
  public Copies copies() {
    return copies;
  }

  @Override
  public Indexer indexer() {
    return new DoubleRawIndexer(host);
  }

  @Override
  public Pointer addressPointer() {
    return OnDevice.now() ? super.addressPointer() : host;
  }

  /** Java's memory stays what it is: the base class would look at the device's from now on. */
  @Override
  public void actualizePointerAndIndexer() {}

  @Override
  public ByteBuffer asNio() {
    copies.toHost();
    return super.asNio();
  }

  @Override
  public java.nio.DoubleBuffer asNioDouble() {
    copies.toHost();
    return super.asNioDouble();
  }

  @Override
  protected DataBuffer create(long size) {
    return TwoMemories.like(this, size);
  }

  @Override
  protected void release() {
    super.release();
    if (source != null && source.closeable()) source.close();
  }

  /** What the base class reads and writes single numbers with. */
  private static final class Synchronized extends DoubleRawIndexer {

    private final Copies copies;

    Synchronized(DoublePointer host, Copies copies) {
      super(host);
      this.copies = copies;
    }

    @Override
    public double get(long index) {
      copies.toHost();
      return super.get(index);
    }

    @Override
    public DoubleIndexer put(long index, double value) {
      copies.toHost();
      copies.writtenOnHost();
      super.put(index, value);
      return this;
    }
  }
}
