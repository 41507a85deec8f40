package sc.fiji.cavga.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads what {@link StoredZipWriter} wrote, from files that may come from strangers. Compressed
 * entries are refused, and all entries together cannot be larger than the file, so nothing in it
 * can unfold to more than the file is. What comes inside a jar is no file: it is held in memory.
 */
public final class StoredZipReader implements Closeable {

  private static final int MAXIMUM_ENTRIES = 64;
  private static final String NO_MODEL = "it is not a model file, or only a part of one.";

  /** Reads an entry's content. */
  public interface EntryContent<T> {
    T read(InputStream in, long length) throws IOException;
  }

  /** Where an entry's bytes are. */
  private interface Source {
    InputStream open(ZipEntry entry) throws IOException;
  }

  private final Source source;
  private final Closeable closing;
  private final Map<String, ZipEntry> entries = new TreeMap<>();

  /**
   * @throws IOException with one sentence when the file is not such a zip, or incomplete
   */
  public StoredZipReader(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new IOException(NO_MODEL, e);
    }
    source = zip::getInputStream;
    closing = zip;
    try {
      list(zip, Files.size(file));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /**
   * Of what comes with the software, which is read to its end and not closed.
   *
   * @throws IOException with one sentence when it is not such a zip, or incomplete
   */
  public StoredZipReader(InputStream in) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    source = entry -> new ByteArrayInputStream(contents.get(entry.getName()));
    closing = () -> {};
    ZipInputStream zip = new ZipInputStream(in);
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        add(entry, bytes.length);
        contents.put(entry.getName(), bytes);
      }
    } catch (ZipException | EOFException e) {
      throw new IOException(NO_MODEL, e);
    }
    if (entries.isEmpty()) throw new IOException(NO_MODEL);
  }

  private void list(ZipFile zip, long fileSize) throws IOException {
    if (zip.size() > MAXIMUM_ENTRIES) throw new IOException("it has too many entries.");
    long left = fileSize;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); )
      left -= add(next(all), left);
  }

  /**
   * @param most bytes that it may have
   * @return how many it has
   */
  private long add(ZipEntry entry, long most) throws IOException {
    String name = Excerpt.of(entry.getName());
    if (!name.equals(entry.getName())) throw unprintable(null);
    if (entries.put(name, entry) != null)
      throw new IOException("its entry " + name + " comes twice.");
    long size = entry.getSize();
    if (entry.getMethod() != ZipEntry.STORED || entry.getCompressedSize() != size)
      throw new IOException("its entry " + name + " is compressed, which model files are not.");
    if (size < 0 || size > most) throw new IOException("its entries are larger than the file.");
    return size;
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
    try (InputStream raw = new BufferedInputStream(source.open(entry), 1 << 16);
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
    closing.close();
  }
}
