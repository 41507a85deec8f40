package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;

/** What at least half of several experts outlined; of two experts, what one of them did. */
final class AgreedOutline implements Outline {

  private final List<Outline> experts;

  AgreedOutline(List<Outline> experts) {
    this.experts = List.copyOf(experts);
  }

  @Override
  public RandomAccessibleInterval<BitType> in(Picture picture) throws IOException {
    int[] votes = new int[picture.width() * picture.height()];
    for (Outline expert : experts) {
      int i = 0;
      for (BitType inside : Views.flatIterable(expert.in(picture))) {
        if (inside.get()) votes[i]++;
        i++;
      }
    }
    RandomAccessibleInterval<BitType> agreed = ArrayImgs.bits(picture.width(), picture.height());
    Cursor<BitType> to = Views.flatIterable(agreed).cursor();
    for (int count : votes) to.next().set(2 * count >= experts.size());
    return agreed;
  }
}
