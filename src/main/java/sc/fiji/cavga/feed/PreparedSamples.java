package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PictureContent;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Samples as the network sees them, read and prepared when they are asked for and kept in memory as
 * far as a {@link CacheLimit} allows.
 *
 * <p>The values are rounded to 16 bits whether they come from memory or from the file, so that the
 * limit never changes a result. May be used from several threads.
 */
public final class PreparedSamples {

  private final Function<Picture, PreparedPicture> preparation;
  private final UnaryOperator<PreparedPicture> finish;
  private final CacheLimit limit;
  private final List<Entry> entries;

  /**
   * @param preparation such as {@code preprocessing::prepare}; called from several threads, and
   *     each picture that it makes has the same size and channels
   */
  public PreparedSamples(
      List<Sample> samples, Function<Picture, PreparedPicture> preparation, CacheLimit limit) {
    this(
        Objects.requireNonNull(preparation),
        UnaryOperator.identity(),
        Objects.requireNonNull(limit),
        samples.stream().map(Entry::new).collect(Collectors.toList()));
  }

  private PreparedSamples(
      Function<Picture, PreparedPicture> preparation,
      UnaryOperator<PreparedPicture> finish,
      CacheLimit limit,
      List<Entry> entries) {
    this.preparation = preparation;
    this.finish = finish;
    this.limit = limit;
    this.entries = List.copyOf(entries);
  }

  /** No samples at all. */
  public static PreparedSamples none() {
    return new PreparedSamples(
        picture -> null, UnaryOperator.identity(), CacheLimit.ofBytes(0), List.of());
  }

  public int count() {
    return entries.size();
  }

  public Sample sample(int index) {
    return entries.get(index).sample;
  }

  /** The stored number that is white in a picture; NaN while it was not read. */
  double white(int index) {
    return entries.get(index).white;
  }

  /** By what a picture is known again, see {@link PictureContent}; null while it was not read. */
  String content(int index) {
    return entries.get(index).content;
  }

  /**
   * The prepared picture, without augmentation; a copy that the caller may change.
   *
   * @throws IOException with one sentence that names the picture, when it cannot be read or used
   */
  public PreparedPicture get(int index) throws IOException {
    Entry entry = entries.get(index);
    PackedPicture kept = entry.kept;
    if (kept != null) return unpacked(entry, kept);
    // Two threads that want one picture at the same time shall not both decode it.
    synchronized (entry) {
      if (entry.kept != null) return unpacked(entry, entry.kept);
      PackedPicture packed = PackedPicture.of(read(entry));
      if (limit.take(packed.bytes())) entry.kept = packed;
      return unpacked(entry, packed);
    }
  }

  private PreparedPicture unpacked(Entry entry, PackedPicture packed) {
    return finish.apply(packed.unpack().withOriginal(entry.sample::picture));
  }

  private PreparedPicture read(Entry entry) throws IOException {
    Sample sample = entry.sample;
    try {
      Picture picture = sample.picture();
      if (Double.isNaN(entry.white)) entry.content = PictureContent.hash(picture).orElse(null);
      entry.white = picture.white();
      return preparation.apply(picture);
    } catch (IOException e) {
      throw named(sample, e, ErrorSentence.orMessage(e));
    } catch (IllegalArgumentException e) {
      throw named(sample, e, ErrorSentence.orMessage(e));
    } catch (RuntimeException e) {
      // Decoders answer damaged files with any exception they happen to run into.
      throw named(sample, e, "it cannot be decoded (" + e + "); open it in Fiji and save it anew.");
    }
  }

  private static IOException named(Sample sample, Exception problem, String message) {
    String text = String.valueOf(message);
    String file = sample.name().substring(sample.name().lastIndexOf('/') + 1);
    return new IOException(text.contains(file) ? text : sample.name() + ": " + text, problem);
  }

  /** The given ones, in this order; what is in memory stays there. */
  public PreparedSamples subset(List<Integer> indices) {
    return new PreparedSamples(
        preparation,
        finish,
        limit,
        indices.stream().map(entries::get).collect(Collectors.toList()));
  }

  /** So many at most, spread evenly where there are more; what is in memory stays there. */
  public PreparedSamples atMost(int most) {
    if (count() <= most) return this;
    return subset(
        IntStream.range(0, most)
            .mapToObj(i -> (int) ((long) i * count() / most))
            .collect(Collectors.toList()));
  }

  /** The same, each changed once more when it is asked for; what is in memory stays there. */
  public PreparedSamples then(UnaryOperator<PreparedPicture> change) {
    return new PreparedSamples(
        preparation, picture -> change.apply(finish.apply(picture)), limit, entries);
  }

  private static final class Entry {
    final Sample sample;
    volatile PackedPicture kept;
    volatile double white = Double.NaN;
    volatile String content;

    Entry(Sample sample) {
      this.sample = Objects.requireNonNull(sample);
    }
  }
}
