package sc.fiji.cavga.twomemories;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.cache.ConstantBuffersCache;

/** Constants lie in both memories from the start, as the CUDA backend's do. */
public final class TwoMemoriesConstants extends ConstantBuffersCache {

  @Override
  public DataBuffer getConstantBuffer(int[] array, DataType type) {
    return everywhere(super.getConstantBuffer(array, type));
  }

  @Override
  public DataBuffer getConstantBuffer(long[] array, DataType type) {
    return everywhere(super.getConstantBuffer(array, type));
  }

  @Override
  public DataBuffer getConstantBuffer(float[] array, DataType type) {
    return everywhere(super.getConstantBuffer(array, type));
  }

  @Override
  public DataBuffer getConstantBuffer(double[] array, DataType type) {
    return everywhere(super.getConstantBuffer(array, type));
  }

  @Override
  public DataBuffer getConstantBuffer(boolean[] array, DataType type) {
    return everywhere(super.getConstantBuffer(array, type));
  }

  private static DataBuffer everywhere(DataBuffer buffer) {
    if (buffer instanceof TwoBuffer) {
      ((TwoBuffer) buffer).copies().toHost();
      ((TwoBuffer) buffer).copies().toDevice();
    }
    return buffer;
  }
}
