package sc.fiji.cavga.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose entries are stored, not compressed, and carry no time: weights hardly compress, the
 * same content gives the same bytes with every Java, and a reader can hold each size against the
 * file's.
 */
public final class StoredZipWriter implements Closeable {

  /** Any, but not the earliest that zip knows: Java adds the time zone's offset to that one. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  public StoredZipWriter(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Adds an entry; its content is asked for twice, for its checksum and for its bytes. */
  public void add(String name, AtomicFile.StreamContent content) throws IOException {
    CRC32 checksum = new CRC32();
    CountingStream counter = new CountingStream();
    content.write(new CheckedOutputStream(counter, checksum));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(counter.count);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    content.write(zip);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
