package sc.fiji.cavga.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** How the pages of a TIFF follow each other. */
final class TiffChain {

  private static final int ENTRY = 12;

  private TiffChain() {}

  /**
   * The number of pages. Java's decoder follows a chain that bites its own tail until memory is
   * full.
   *
   * @throws EOFException when the chain leaves the file
   * @throws IOException with the end of a sentence when the chain is no chain
   */
  static int length(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer header = read(channel, 0, 8, ByteOrder.BIG_ENDIAN);
      ByteOrder order = header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      long page = header.order(order).getInt(4) & 0xffffffffL;
      Set<Long> seen = new HashSet<>();
      while (page != 0) {
        if (!seen.add(page)) throw new IOException("its pages go round in a circle");
        int entries = read(channel, page, 2, order).getShort(0) & 0xffff;
        page = read(channel, page + 2 + ENTRY * entries, 4, order).getInt(0) & 0xffffffffL;
      }
      return seen.size();
    }
  }

  private static ByteBuffer read(
      SeekableByteChannel channel, long position, int count, ByteOrder order) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
    channel.position(position);
    while (buffer.hasRemaining())
      if (channel.read(buffer) < 0) throw new EOFException("the chain of pages leaves the file");
    return buffer;
  }
}
