package sc.fiji.cavga.method.disc.teaching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.phantom.DiscPhantom;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A phantom whose disc and cup are known, whether it says so or not. */
final class PhantomDisc implements DiscSample {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 280;

  private final long seed;
  private final boolean outlined;
  private final DiscPhantom phantom;

  /**
   * @param outlined whether it says where the disc is; where the cup is it never says
   */
  PhantomDisc(long seed, boolean outlined) {
    this.seed = seed;
    this.outlined = outlined;
    DiscDesign design = seed % 2 == 0 ? DiscDesign.healthy(seed) : DiscDesign.enlargedCup(seed);
    phantom = new FundusPhantom(WIDTH, HEIGHT).draw(seed, design);
  }

  /** Eight, of which every other one is outlined. */
  static List<PhantomDisc> several() {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(seed -> new PhantomDisc(seed, seed % 2 == 0))
        .collect(Collectors.toList());
  }

  @Override
  public String name() {
    return "phantom " + seed;
  }

  @Override
  public Picture picture() {
    return new Picture(name(), phantom.pixels(), PixelSize.UNKNOWN);
  }

  RandomAccessibleInterval<BitType> truth() {
    return Converters.convert(
        (RandomAccessibleInterval<net.imglib2.type.numeric.integer.UnsignedByteType>)
            phantom.label(),
        (in, out) -> out.set(in.get() != DiscPhantom.OUTSIDE),
        new BitType());
  }

  double ratio() {
    return phantom.outlines().verticalRatio();
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> disc() {
    return outlined ? Optional.of(truth()) : Optional.empty();
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> cup() {
    return Optional.empty();
  }
}
