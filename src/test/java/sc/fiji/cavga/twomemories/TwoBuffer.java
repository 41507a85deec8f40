package sc.fiji.cavga.twomemories;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.BooleanRawIndexer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.DoubleRawIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.FloatRawIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.javacpp.indexer.IntRawIndexer;
import org.bytedeco.javacpp.indexer.LongIndexer;
import org.bytedeco.javacpp.indexer.LongRawIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A buffer with one memory for Java and another for native operations. What it gives away, {@code
 * pointer()}, {@code addressPointer()} and {@code indexer()}, is Java's memory as it is; what it
 * reads and writes itself is synchronized first. So does {@code BaseCudaDataBuffer}.
 */
final class TwoBuffer extends BaseCpuDataBuffer {

  private final transient DataBuffer source;
  private final transient Pointer host;
  private final transient Copies copies;

  private TwoBuffer(DataBuffer source, Pointer host) {
    super(source.pointer(), source.indexer(), source.underlyingLength());
    this.source = source;
    this.host = host;
    copies = new Copies(host, source.pointer(), underlyingLength * elementSize);
    offset = source.offset();
    originalOffset = source.originalOffset();
    length = source.length();
    attached = source.isAttached();
    parentWorkspace = source.getParentWorkspace();
    workspaceGenerationId = source.getGenerationId();
    show();
  }

  /** A part of another buffer: both its memories are parts of the other's. */
  TwoBuffer(TwoBuffer whole, long length, long offset) {
    super(whole, length, offset);
    source = null;
    host = ((TwoBuffer) originalBuffer).host.getPointer(offset);
    copies = whole.copies;
    show();
  }

  /**
   * @param source an ordinary buffer, whose memory becomes the device's
   * @param host Java's memory; null to allocate it
   * @return the buffer with a second memory, or the same where its type has none
   */
  static DataBuffer of(DataBuffer source, Pointer host) {
    long length = source.underlyingLength();
    switch (source.dataType()) {
      case FLOAT:
        return new TwoBuffer(
            source, host == null ? new FloatPointer(length) : new FloatPointer(host));
      case DOUBLE:
        return new TwoBuffer(
            source, host == null ? new DoublePointer(length) : new DoublePointer(host));
      case INT:
        return new TwoBuffer(source, host == null ? new IntPointer(length) : new IntPointer(host));
      case LONG:
        return new TwoBuffer(
            source, host == null ? new LongPointer(length) : new LongPointer(host));
      case BOOL:
        return new TwoBuffer(
            source, host == null ? new BooleanPointer(length) : new BooleanPointer(host));
      default:
        return source;
    }
  }

  private void show() {
    NativeCalls.register(ptrDataBuffer, copies);
    pointer = host;
    setIndexer(indexer());
  }

  Copies copies() {
    return copies;
  }

  /** The base class asks before it has an indexer, which tells the type. */
  @Override
  protected void initTypeAndSize() {}

  @Override
  protected void setIndexer(Indexer given) {
    type =
        given instanceof FloatIndexer
            ? DataType.FLOAT
            : given instanceof DoubleIndexer
                ? DataType.DOUBLE
                : given instanceof IntIndexer
                    ? DataType.INT
                    : given instanceof LongIndexer ? DataType.LONG : DataType.BOOL;
    elementSize = (byte) type.width();
    super.setIndexer(given);
  }

  @Override
  public Indexer indexer() {
    switch (type) {
      case FLOAT:
        return new FloatRawIndexer((FloatPointer) host);
      case DOUBLE:
        return new DoubleRawIndexer((DoublePointer) host);
      case INT:
        return new IntRawIndexer((IntPointer) host);
      case LONG:
        return new LongRawIndexer((LongPointer) host);
      default:
        return new BooleanRawIndexer((BooleanPointer) host);
    }
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
  public FloatBuffer asNioFloat() {
    copies.toHost();
    return super.asNioFloat();
  }

  @Override
  public DoubleBuffer asNioDouble() {
    copies.toHost();
    return super.asNioDouble();
  }

  @Override
  public IntBuffer asNioInt() {
    copies.toHost();
    return super.asNioInt();
  }

  @Override
  public float getFloat(long index) {
    copies.toHost();
    return super.getFloat(index);
  }

  @Override
  public double getDouble(long index) {
    copies.toHost();
    return super.getDouble(index);
  }

  @Override
  public int getInt(long index) {
    copies.toHost();
    return super.getInt(index);
  }

  @Override
  public long getLong(long index) {
    copies.toHost();
    return super.getLong(index);
  }

  @Override
  protected float getFloatUnsynced(long index) {
    return getFloat(index);
  }

  @Override
  protected double getDoubleUnsynced(long index) {
    return getDouble(index);
  }

  @Override
  protected int getIntUnsynced(long index) {
    return getInt(index);
  }

  @Override
  protected long getLongUnsynced(long index) {
    return getLong(index);
  }

  private void write() {
    copies.toHost();
    copies.writtenOnHost();
  }

  @Override
  public void put(long index, float value) {
    write();
    super.put(index, value);
  }

  @Override
  public void put(long index, double value) {
    write();
    super.put(index, value);
  }

  @Override
  public void put(long index, int value) {
    write();
    super.put(index, value);
  }

  @Override
  public void put(long index, long value) {
    write();
    super.put(index, value);
  }

  @Override
  public void put(long index, boolean value) {
    write();
    super.put(index, value);
  }

  @Override
  protected DataBuffer create(long size) {
    return Nd4j.getDataBufferFactory().create(type, size, true);
  }

  @Override
  public DataBuffer create(double[] values) {
    return Nd4j.createTypedBuffer(values, type);
  }

  @Override
  public DataBuffer create(float[] values) {
    return Nd4j.createTypedBuffer(values, type);
  }

  @Override
  public DataBuffer create(int[] values) {
    return Nd4j.createTypedBuffer(values, type);
  }

  @Override
  protected void release() {
    super.release();
    if (source != null && source.closeable()) source.close();
  }
}
