package sc.fiji.cavga.nn.convolution;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Parameter;

/**
 * One of {@link OneDnn}'s three computations with a convolution that leads from a wide array
 * [B,H,W,in] to a narrow one [B,h,w,out]. Both stay in their order; the weights [kH,kW,in,out], far
 * smaller, are turned into the order that is fastest, and back.
 *
 * <p>It computes with as many threads as the thread that made it may use.
 */
final class OneDnnKernel implements AutoCloseable {

  /** What is computed from the other two. */
  enum Kind {
    /** The narrow array: a convolution. */
    GATHERING,
    /** The wide array: its transposition. */
    SPREADING,
    /** The weights' gradient. */
    WEIGHT_GRADIENT
  }

  private final Kind kind;
  private final engine engine = OneDnn.engine();
  private final stream stream = new stream(engine);
  private final List<Pointer> kept = new ArrayList<>();
  private final memory wide;
  private final memory narrow;

  /** As the engine has them, and in the order of the computation; the same where that is one. */
  private final memory weights;

  private final memory ordered;
  private final reorder ordering;
  private final primitive computation;
  private final IntMemoryMap arguments = new IntMemoryMap();

  /** The arrays that the last computation was done with. */
  private final INDArray[] bound = new INDArray[3];

  /** {@link Parameter#changes} of the weights that are in order. */
  private long orderedAt = -1;

  /**
   * @param wideShape [B,H,W,in]
   * @param narrowShape [B,h,w,out]
   */
  OneDnnKernel(Kind kind, Geometry geometry, long[] wideShape, long[] narrowShape) {
    this.kind = kind;
    memory.desc wideArray = pictures(wideShape);
    memory.desc narrowArray = pictures(narrowShape);
    long[] extents = {narrowShape[3], wideShape[3], geometry.kernel, geometry.kernel};
    memory.desc own = described(extents, memory.format_tag.hwio);
    primitive_attr attributes = keep(new primitive_attr());
    // The library's own scratch memory belongs to the thread that made a computation.
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    Choice choice = new Choice(wideArray, narrowArray, extents, geometry, attributes);
    choice.make();
    computation = choice.computation;
    wide = keep(new memory(wideArray, engine, null));
    narrow = keep(new memory(narrowArray, engine, null));
    weights = keep(new memory(own, engine, null));
    boolean same = choice.fastest.equals(own);
    ordered = same ? weights : keep(new memory(choice.fastest, engine));
    ordering = same ? null : keep(ordering(attributes));
    boolean learns = kind == Kind.WEIGHT_GRADIENT;
    boolean spreads = kind == Kind.SPREADING;
    arguments.put(spreads ? dnnl.DNNL_ARG_DIFF_SRC : dnnl.DNNL_ARG_SRC, wide);
    arguments.put(learns ? dnnl.DNNL_ARG_DIFF_WEIGHTS : dnnl.DNNL_ARG_WEIGHTS, ordered);
    arguments.put(learns || spreads ? dnnl.DNNL_ARG_DIFF_DST : dnnl.DNNL_ARG_DST, narrow);
    memory.desc scratch = keep(choice.description.scratchpad_desc());
    arguments.put(dnnl.DNNL_ARG_SCRATCHPAD, keep(new memory(scratch, engine)));
  }

  /** What the library chooses for a computation: how it is done, and in which order of weights. */
  private final class Choice {

    private final memory.desc wideArray;
    private final memory.desc narrowArray;
    private final memory.desc any;
    private final long[] strides;
    private final long[] padding;
    private final primitive_attr attributes;
    private primitive_desc_base description;
    private memory.desc fastest;
    private primitive computation;

    Choice(
        memory.desc wideArray,
        memory.desc narrowArray,
        long[] extents,
        Geometry geometry,
        primitive_attr attributes) {
      this.wideArray = wideArray;
      this.narrowArray = narrowArray;
      this.attributes = attributes;
      any = described(extents, memory.format_tag.any);
      strides = new long[] {geometry.stride, geometry.stride};
      padding = new long[] {geometry.padding, geometry.padding};
    }

    void make() {
      convolution_forward.primitive_desc forward =
          keep(new convolution_forward.primitive_desc(asked(this::forward), attributes, engine));
      if (kind == Kind.SPREADING) {
        convolution_backward_data.primitive_desc spreading =
            keep(
                new convolution_backward_data.primitive_desc(
                    asked(convolution_backward_data.desc::new), attributes, engine, forward));
        description = spreading;
        fastest = keep(spreading.weights_desc());
        computation = new convolution_backward_data(spreading);
      } else if (kind == Kind.WEIGHT_GRADIENT) {
        convolution_backward_weights.primitive_desc gradient =
            keep(
                new convolution_backward_weights.primitive_desc(
                    asked(convolution_backward_weights.desc::new), attributes, engine, forward));
        description = gradient;
        fastest = keep(gradient.diff_weights_desc());
        computation = new convolution_backward_weights(gradient);
      } else {
        description = forward;
        fastest = keep(forward.weights_desc());
        computation = new convolution_forward(forward);
      }
    }

    /** All three are asked for in the same words. */
    private <D extends Pointer> D asked(Asking<D> asking) {
      int directly = dnnl.dnnl_convolution_direct;
      return keep(asking.desc(directly, wideArray, any, narrowArray, strides, padding, padding));
    }

    private convolution_forward.desc forward(
        int algorithm,
        memory.desc from,
        memory.desc with,
        memory.desc to,
        long[] steps,
        long[] before,
        long[] behind) {
      return new convolution_forward.desc(
          dnnl.dnnl_forward_training, algorithm, from, with, to, steps, before, behind);
    }
  }

  /** A constructor of the library's description of a computation. */
  private interface Asking<D> {
    D desc(
        int algorithm,
        memory.desc wide,
        memory.desc weights,
        memory.desc narrow,
        long[] strides,
        long[] before,
        long[] behind);
  }

  private reorder ordering(primitive_attr attributes) {
    boolean learns = kind == Kind.WEIGHT_GRADIENT;
    return new reorder(learns ? ordered : weights, learns ? weights : ordered, attributes);
  }

  private memory.desc pictures(long[] shape) {
    return described(new long[] {shape[0], shape[3], shape[1], shape[2]}, memory.format_tag.nhwc);
  }

  private memory.desc described(long[] extents, memory.format_tag order) {
    return keep(new memory.desc(extents, memory.data_type.f32, order));
  }

  private <P extends Pointer> P keep(P pointer) {
    kept.add(pointer);
    return pointer;
  }

  /** Fills the narrow or the wide array from the other. */
  void run(INDArray wideArray, Parameter given, INDArray narrowArray) {
    bind(wideArray, given.value(), narrowArray);
    long changes = given.changes();
    if (ordering != null && changes != orderedAt) ordering.execute(stream, weights, ordered);
    orderedAt = changes;
    computation.execute(stream, arguments);
  }

  /** Fills the weights' gradient. */
  void learn(INDArray wideArray, INDArray gradient, INDArray narrowArray) {
    bind(wideArray, gradient, narrowArray);
    computation.execute(stream, arguments);
    if (ordering != null) ordering.execute(stream, ordered, weights);
  }

  private void bind(INDArray wideArray, INDArray weightArray, INDArray narrowArray) {
    INDArray[] arrays = {wideArray, weightArray, narrowArray};
    memory[] memories = {wide, weights, narrow};
    for (int i = 0; i < arrays.length; i++) {
      if (arrays[i] == bound[i]) continue;
      memories[i].set_data_handle(arrays[i].data().addressPointer());
      bound[i] = arrays[i];
    }
  }

  @Override
  public void close() {
    arguments.close();
    computation.close();
    for (int i = kept.size() - 1; i >= 0; i--) kept.get(i).close();
    stream.close();
  }
}
