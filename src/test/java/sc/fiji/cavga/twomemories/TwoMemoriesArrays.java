package sc.fiji.cavga.twomemories;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel1;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel2;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel3;

/** Lets BLAS compute on the device. What is not here computes in Java's memory, and finds NaN. */
public final class TwoMemoriesArrays extends CpuNDArrayFactory {

  public TwoMemoriesArrays(DataType type, char order) {
    super(type, order);
  }

  @Override
  public void createLevel1() {
    level1 = new Level1();
  }

  @Override
  public void createLevel2() {
    level2 = new Level2();
  }

  @Override
  public void createLevel3() {
    level3 = new Level3();
  }

  private static Void done(Runnable work) {
    work.run();
    return null;
  }

  private static final class Level1 extends CpuLevel1 {
    @Override
    protected float sdot(long n, INDArray x, int stepX, INDArray y, int stepY) {
      return OnDevice.run(() -> super.sdot(n, x, stepX, y, stepY), null, x, y);
    }

    @Override
    protected double ddot(long n, INDArray x, int stepX, INDArray y, int stepY) {
      return OnDevice.run(() -> super.ddot(n, x, stepX, y, stepY), null, x, y);
    }

    @Override
    protected void saxpy(long n, float a, INDArray x, int stepX, INDArray y, int stepY) {
      OnDevice.run(() -> done(() -> super.saxpy(n, a, x, stepX, y, stepY)), y, x);
    }

    @Override
    protected void daxpy(long n, double a, INDArray x, int stepX, INDArray y, int stepY) {
      OnDevice.run(() -> done(() -> super.daxpy(n, a, x, stepX, y, stepY)), y, x);
    }
  }

  private static final class Level2 extends CpuLevel2 {
    @Override
    protected void sgemv(
        char order,
        char turnA,
        int m,
        int n,
        float alpha,
        INDArray a,
        int widthA,
        INDArray x,
        int stepX,
        float beta,
        INDArray y,
        int stepY) {
      OnDevice.run(
          () ->
              done(
                  () ->
                      super.sgemv(order, turnA, m, n, alpha, a, widthA, x, stepX, beta, y, stepY)),
          y,
          a,
          x);
    }

    @Override
    protected void dgemv(
        char order,
        char turnA,
        int m,
        int n,
        double alpha,
        INDArray a,
        int widthA,
        INDArray x,
        int stepX,
        double beta,
        INDArray y,
        int stepY) {
      OnDevice.run(
          () ->
              done(
                  () ->
                      super.dgemv(order, turnA, m, n, alpha, a, widthA, x, stepX, beta, y, stepY)),
          y,
          a,
          x);
    }
  }

  private static final class Level3 extends CpuLevel3 {
    @Override
    protected void sgemm(
        char order,
        char turnA,
        char turnB,
        int m,
        int n,
        int k,
        float alpha,
        INDArray a,
        int widthA,
        INDArray b,
        int widthB,
        float beta,
        INDArray c,
        int widthC) {
      OnDevice.run(
          () ->
              done(
                  () ->
                      super.sgemm(
                          order, turnA, turnB, m, n, k, alpha, a, widthA, b, widthB, beta, c,
                          widthC)),
          c,
          a,
          b);
    }

    @Override
    protected void dgemm(
        char order,
        char turnA,
        char turnB,
        int m,
        int n,
        int k,
        double alpha,
        INDArray a,
        int widthA,
        INDArray b,
        int widthB,
        double beta,
        INDArray c,
        int widthC) {
      OnDevice.run(
          () ->
              done(
                  () ->
                      super.dgemm(
                          order, turnA, turnB, m, n, k, alpha, a, widthA, b, widthB, beta, c,
                          widthC)),
          c,
          a,
          b);
    }
  }
}
