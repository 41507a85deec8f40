package sc.fiji.cavga.twomemories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** ND4J's own calls keep two memories in step; what goes round them finds NaN. */
class PlainArraysCases {

  private static final DataType[] BOTH = {DataType.FLOAT, DataType.DOUBLE};

  private static INDArray counted(DataType type, long... shape) {
    return Nd4j.arange(1, 1 + Arrays.stream(shape).reduce(1, (a, b) -> a * b))
        .castTo(type)
        .reshape(shape);
  }

  private static float host(INDArray array, long index) {
    return new FloatPointer(array.data().pointer()).get(index);
  }

  @Test
  void elementwise() {
    for (DataType type : BOTH) {
      INDArray a = counted(type, 2, 3);
      INDArray b = a.mul(2).subi(a.add(1)).divi(2).addi(a);
      assertArrayEquals(new double[] {1, 2.5, 4, 5.5, 7, 8.5}, b.data().asDouble(), 1e-6);
      assertEquals(28.5, b.sumNumber().doubleValue(), 1e-5);
      assertArrayEquals(new double[] {6.5, 9.5, 12.5}, b.sum(0).toDoubleVector(), 1e-6);
      assertArrayEquals(new double[] {7.5, 21}, b.sum(1).toDoubleVector(), 1e-6);
      assertEquals(Math.exp(1), Transforms.exp(a).getDouble(0, 0), 1e-6);
      assertEquals(5, b.argMax().getInt(0));
      assertEquals(6, a.maxNumber().intValue());
      assertTrue(a.gt(2).getInt(0, 2) == 1);
    }
  }

  @Test
  void partsCopiesAndShapes() {
    for (DataType type : BOTH) {
      INDArray a = counted(type, 4, 3);
      INDArray part = a.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(1, 3));
      assertArrayEquals(new double[] {5, 6, 8, 9}, part.dup().data().asDouble(), 0);
      part.assign(Nd4j.zeros(type, 2, 2));
      assertEquals(0, a.getDouble(2, 2));
      assertEquals(7, a.getDouble(2, 0));
      part.putScalar(0, 1, -3);
      a.addi(1);
      assertEquals(-2, a.getDouble(1, 2));
      assertEquals(-2, part.getDouble(0, 1));
      assertEquals(-2, a.reshape(12).getDouble(5));
      assertEquals(-2, a.permute(1, 0).dup('c').getDouble(2, 1));
      assertEquals(-2, a.transpose().getRow(2).get(NDArrayIndex.interval(1, 2)).getDouble(0));
      assertEquals(4, a.getRow(0).dup().data().asFloat()[2], 0);
      assertEquals(a, a.dup());
      assertFalse(a.equals(a.add(1)));
    }
  }

  @Test
  void javasNumbersGoInAndOut() {
    INDArray a = Nd4j.createUninitialized(DataType.FLOAT, 2, 2);
    a.data().setData(new float[] {1, 2, 3, 4});
    assertArrayEquals(new float[] {2, 4, 6, 8}, a.mul(2).data().asFloat());
    a.putScalar(1, 1, 9);
    assertArrayEquals(new float[] {2, 4, 6, 18}, a.mul(2).ravel().toFloatVector());
    a.addi(1);
    assertEquals(2, a.data().asNioFloat().get(0));
    a.assign(Nd4j.createFromArray(5f, 6f, 7f, 8f).reshape(2, 2));
    a.muli(Nd4j.scalar(2f));
    assertEquals("[10.0,12.0,14.0,16.0]", a.data().toString());
    assertArrayEquals(new float[] {10, 12, 14, 16}, a.data().dup().asFloat());
  }

  @Test
  void memoryThatWasGiven() {
    FloatPointer given = new FloatPointer(1f, 2f, 3f);
    INDArray a = Nd4j.create(Nd4j.createBuffer(given, 3, DataType.FLOAT), 3);
    assertArrayEquals(new float[] {2, 3, 4}, a.add(1).toFloatVector());
    given.put(0, 8);
    assertEquals(2, a.add(1).getFloat(0), "nobody told ND4J");
    assertEquals(8, a.getFloat(0));
  }

  @Test
  void productsOfMatrices() {
    for (DataType type : BOTH) {
      INDArray a = counted(type, 2, 3);
      INDArray b = counted(type, 3, 2).muli(2);
      double[] product = {44, 56, 98, 128};
      assertArrayEquals(product, a.mmul(b).dup('c').data().asDouble(), 1e-5);
      assertArrayEquals(product, Nd4j.gemm(a, b, false, false).dup('c').data().asDouble(), 1e-5);
      assertEquals(91, Nd4j.getBlasWrapper().dot(a.ravel(), a.ravel()), 1e-5);
      INDArray into = Nd4j.createUninitialized(type, new long[] {2, 2}, 'f');
      Nd4j.gemm(a, b, into, false, false, 1, 0);
      Nd4j.gemm(a, b, into, false, false, 1, 1);
      assertEquals(256, into.addi(0).getDouble(1, 1), 1e-5);
    }
  }

  @Test
  void customOperations() {
    for (DataType type : BOTH) {
      INDArray image = counted(type, 1, 4, 4, 1);
      INDArray weights = Nd4j.ones(type, 2, 2, 1, 1);
      INDArray output = Nd4j.createUninitialized(type, 1, 2, 2, 1);
      Nd4j.exec(
          DynamicCustomOp.builder("conv2d")
              .addInputs(image, weights)
              .addOutputs(output)
              .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, 0, 1)
              .build());
      assertArrayEquals(new double[] {14, 22, 46, 54}, output.data().asDouble(), 1e-5);
      INDArray again =
          Nd4j.exec(
              DynamicCustomOp.builder("relu")
                  .addFloatingPointArguments(0.0)
                  .addInputs(output.sub(30))
                  .build())[0];
      assertArrayEquals(new double[] {0, 0, 16, 24}, again.data().asDouble(), 1e-5);
      INDArray joined = Nd4j.concat(0, Nd4j.zeros(type, 2), Nd4j.ones(type, 2));
      assertArrayEquals(new double[] {0, 0, 1, 1}, joined.toDoubleVector());
    }
  }

  @Test
  void workspaces() {
    WorkspaceConfiguration sized = WorkspaceConfiguration.builder().initialSize(1 << 16).build();
    float kept;
    try (MemoryWorkspace space = Nd4j.getWorkspaceManager().getAndActivateWorkspace(sized, "W")) {
      INDArray a = Nd4j.ones(DataType.FLOAT, 3).addi(1);
      assertTrue(a.isAttached());
      kept = a.sumNumber().floatValue();
    }
    assertEquals(6, kept);
  }

  @Test
  void randomNumbers() {
    INDArray drawn = Nd4j.rand(DataType.FLOAT, 100);
    assertTrue(drawn.meanNumber().doubleValue() > 0.3 && drawn.getFloat(7) < 1);
  }

  /** What Java reads behind ND4J's back after an operation has written. */
  @Test
  void anUnsynchronizedReadFindsNaN() {
    INDArray a = Nd4j.ones(DataType.FLOAT, 4);
    assertTrue(Float.isNaN(host(a, 0)), "never copied");
    assertEquals(1, a.getFloat(0));
    assertEquals(1, host(a, 0));
    a.addi(1);
    assertTrue(Float.isNaN(host(a, 0)));
    assertTrue(Float.isNaN(((FloatIndexer) a.data().indexer()).get(1)));
    INDArray b = Nd4j.ones(DataType.DOUBLE, 4).addi(1);
    assertTrue(Double.isNaN(((DoubleIndexer) b.data().indexer()).get(1)));
    ByteBuffer bytes = a.data().addressPointer().asByteBuffer().order(ByteOrder.nativeOrder());
    assertTrue(Float.isNaN(bytes.asFloatBuffer().get(0)));
    assertEquals(2, a.data().asNioFloat().get(3), "this one synchronizes");
    INDArray part = a.get(NDArrayIndex.interval(2, 4));
    part.addi(1);
    assertTrue(Float.isNaN(host(a, 0)), "the parts of a buffer are one");
  }

  /** A custom operation's result too: the CPU's buffers turn to the device's memory after it. */
  @Test
  void anUnsynchronizedReadAfterACustomOperationFindsNaN() {
    for (DataType type : BOTH) {
      INDArray a = counted(type, 4);
      INDArray result = Nd4j.create(type, 4);
      Nd4j.exec(DynamicCustomOp.builder("square").addInputs(a).addOutputs(result).build());
      Pointer memory = result.data().pointer();
      double unseen =
          type == DataType.FLOAT
              ? new FloatPointer(memory).get(1)
              : new DoublePointer(memory).get(1);
      assertTrue(Double.isNaN(unseen), type + ": " + unseen);
      assertEquals(4, result.getDouble(1));
    }
  }

  /** What Java writes behind ND4J's back before an operation reads. */
  @Test
  void anUnsynchronizedWriteIsNotSeen() {
    INDArray never = Nd4j.createUninitialized(DataType.FLOAT, 4);
    new FloatPointer(never.data().pointer()).put(1f, 2f, 3f, 4f);
    assertTrue(Float.isNaN(never.add(1).getFloat(2)));
    INDArray zeros = Nd4j.zeros(DataType.FLOAT, 4);
    ((FloatIndexer) zeros.data().indexer()).put(0, 5);
    assertEquals(1, zeros.add(1).getFloat(0));
  }

  @Test
  void whatIsNotKnownIsRefused() {
    INDArray a = Nd4j.ones(DataType.FLOAT, 4);
    assertThrows(UnsupportedOperationException.class, () -> Nd4j.sort(a, true));
    assertThrows(
        UnsupportedOperationException.class,
        () -> Nd4j.averageAndPropagate(a, java.util.List.of(a, a)));
  }
}
