package sc.fiji.cavga.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads what {@link StoredZipWriter} wrote, from files that may come from strangers. Compressed
 * entries are refused, and all entries together cannot be larger than the file, so nothing in it
 * can unfold to more than the file is.
 */
public final class StoredZipReader implements Closeable {

  private static final int MAXIMUM_ENTRIES = 64;

  /** Reads an entry's content. */
  public interface EntryContent<T> {
    T read(InputStream in, long length) throws IOException;
  }

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new TreeMap<>();

  /**
   * @throws IOException with one sentence when the file is not such a zip, or incomplete
   */
  public StoredZipReader(Path file) throws IOException {
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new IOException("it is not a model file, or only a part of one.", e);
    }
    try {
      list(Files.size(file));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void list(long fileSize) throws IOException {
    if (zip.size() > MAXIMUM_ENTRIES) throw new IOException("it has too many entries.");
    long total = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = next(all);
      String name = Excerpt.of(entry.getName());
      if (!name.equals(entry.getName())) throw unprintable(null);
      if (entries.put(name, entry) != null)
        throw new IOException("its entry " + name + " comes twice.");
      long size = entry.getSize();
      if (entry.getMethod() != ZipEntry.STORED || entry.getCompressedSize() != size)
        throw new IOException("its entry " + name + " is compressed, which model files are not.");
      if (size < 0 || size > fileSize - total)
        throw new IOException("its entries are larger than the file.");
      total += size;
    }
  }

  /** Names are decoded as late as this. */
  private static ZipEntry next(Enumeration<? extends ZipEntry> all) throws IOException {
    try {
      return all.nextElement();
    } catch (IllegalArgumentException notUnicode) {
      throw unprintable(notUnicode);
    }
  }

  private static IOException unprintable(Exception cause) {
    return new IOException("it has an entry whose name cannot be printed.", cause);
  }

  /** Names of all entries, in alphabetical order. */
  public Iterable<String> names() {
    return entries.keySet();
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * @throws IOException with one sentence that names the entry, when it is missing, malformed or
   *     damaged
   */
  public <T> T read(String name, EntryContent<T> content) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) throw new IOException("its entry " + name + " is missing.");
    CRC32 checksum = new CRC32();
    try (InputStream raw = new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
        InputStream in = new CheckedInputStream(raw, checksum)) {
      T result = content.read(in, entry.getSize());
      if (checksum.getValue() != entry.getCrc())
        throw new IOException("it is damaged, copy it again from where it came.");
      return result;
    } catch (ZipException | EOFException e) {
      throw new IOException(
          "its entry " + name + " is damaged, copy the file again from where it came.", e);
    } catch (IOException e) {
      throw new IOException("its entry " + name + " cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
