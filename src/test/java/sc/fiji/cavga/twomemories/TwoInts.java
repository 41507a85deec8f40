package sc.fiji.cavga.twomemories;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.javacpp.indexer.IntRawIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.cpu.nativecpu.buffer.IntBuffer;

/** A buffer of whole numbers in two memories; see {@link TwoMemories}. */
final class TwoInts extends IntBuffer implements TwoMemories {

  private final transient DataBuffer source;
  private final transient IntPointer host;
  private final transient Copies copies;

  /**
   * @param source an ordinary buffer, whose memory becomes the device's
   * @param host Java's memory; null to allocate it
   */
  TwoInts(DataBuffer source, Pointer host) {
    super(source.pointer(), source.indexer(), source.underlyingLength());
    this.source = source;
    this.host = host == null ? new IntPointer(source.underlyingLength()) : new IntPointer(host);
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
  TwoInts(TwoInts whole, long length, long offset) {
    super(whole, length, offset);
    source = null;
    TwoInts original = (TwoInts) originalBuffer;
    host = new IntPointer(original.host.getPointer(offset));
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
    return new IntRawIndexer(host);
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
  public java.nio.IntBuffer asNioInt() {
    copies.toHost();
    return super.asNioInt();
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
  private static final class Synchronized extends IntRawIndexer {

    private final Copies copies;

    Synchronized(IntPointer host, Copies copies) {
      super(host);
      this.copies = copies;
    }

    @Override
    public int get(long index) {
      copies.toHost();
      return super.get(index);
    }

    @Override
    public IntIndexer put(long index, int value) {
      copies.toHost();
      copies.writtenOnHost();
      super.put(index, value);
      return this;
    }
  }
}
