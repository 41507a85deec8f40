package sc.fiji.cavga.twomemories;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.CpuMemoryManager;

/** Fills and copies whole buffers on the device, as the CUDA backend does. */
public final class TwoMemoriesAllocation extends CpuMemoryManager {

  @Override
  public void memset(INDArray array) {
    array.assign(0.0);
  }

  @Override
  public void memcpy(DataBuffer target, DataBuffer source) {
    throw new UnsupportedOperationException("Copying buffers is not known to this test.");
  }
}
