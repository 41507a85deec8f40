package sc.fiji.cavga.localize.folder.journal;

import com.google.gson.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import sc.fiji.cavga.io.StrictJson;

/**
 * What runs into an output folder have done, a line of JSON for each picture behind a first line
 * with the settings. Lines are only ever added, so that a killed run loses at most the one that it
 * was writing. While it is open no other run gets it. Regions stay in the file, so that memory does
 * not grow with them.
 */
public final class Journal implements AutoCloseable {

  /** Of a line that takes back what those before it have told of a file. */
  private static final String REMOVED = "removed";

  private final Path file;
  private final FileChannel channel;
  private final SortedMap<String, SortedMap<Integer, JournalEntry>> entries = new TreeMap<>();
  private final Map<JournalEntry, long[]> places = new IdentityHashMap<>();
  private final Set<String> tables = new TreeSet<>();

  /** Entries whose files are being taken away. */
  private final Set<JournalEntry> withdrawn = Collections.newSetFromMap(new IdentityHashMap<>());

  private JsonObject settings;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a journal, or makes an empty one.
   *
   * @throws IOException with one sentence when it cannot be written or another run has it
   */
  public static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      Journal journal = new Journal(file, channel);
      journal.lock();
      journal.readAll();
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() != null) return;
    } catch (OverlappingFileLockException sameProgram) {
      throw new IOException(taken(), sameProgram);
    } catch (IOException noLocks) {
      // The file system knows none: a run there must not fail for that.
      return;
    }
    throw new IOException(taken());
  }

  private String taken() {
    return "Another run is writing into "
        + file.toAbsolutePath().getParent()
        + "; wait for its end, or choose another output folder.";
  }

  private void readAll() throws IOException {
    // The channel must stay open, and with it the lock: the stream is not closed.
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)), 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long start = 0;
    for (int next = in.read(); next >= 0; next = in.read())
      if (next == '\n') {
        readLine(start, line.toByteArray());
        start += line.size() + 1;
        line.reset();
      } else line.write(next);
    // A line without its end is one that a killed run was writing.
    channel.truncate(start);
    channel.position(start);
  }

  private void readLine(long start, byte[] line) {
    try {
      JsonObject json = StrictJson.parseObject(line);
      if (start == 0) settings = json;
      else if (settings != null && json.has(REMOVED)) forget(json.get(REMOVED).getAsString());
      else if (settings != null) {
        put(JournalEntry.fromJson(json), start, line.length);
        tables.addAll(JournalEntry.tables(json));
      }
    } catch (IOException | RuntimeException damaged) {
      // What such a line told is done again; the line itself is never read any more.
      return;
    }
  }

  private void forget(String name) {
    SortedMap<Integer, JournalEntry> slices = entries.remove(name);
    if (slices != null) slices.values().forEach(this::drop);
  }

  private void drop(JournalEntry entry) {
    places.remove(entry);
    withdrawn.remove(entry);
  }

  private void put(JournalEntry entry, long start, int length) {
    SortedMap<Integer, JournalEntry> slices =
        entries.computeIfAbsent(entry.file(), name -> new TreeMap<>());
    boolean outdated =
        slices.values().stream()
            .anyMatch(
                other -> other.slices() != entry.slices() || !other.state().same(entry.state()));
    if (outdated) {
      slices.values().forEach(this::drop);
      slices.clear();
    }
    JournalEntry earlier = slices.put(entry.slice(), entry);
    if (earlier != null) drop(earlier);
    places.put(entry, new long[] {start, length});
  }

  /** Those of the run that began the journal; null where it is new or its beginning is damaged. */
  public JsonObject settings() {
    return settings;
  }

  /** Forgets everything and begins anew with a run's settings. */
  public void begin(JsonObject newSettings) throws IOException {
    entries.clear();
    places.clear();
    withdrawn.clear();
    tables.clear();
    channel.truncate(0);
    channel.position(0);
    settings = newSettings;
    write(line(newSettings));
  }

  /**
   * Adds what was found out about a picture; it replaces what was known before.
   *
   * @param further rows of further tables, by table
   */
  public void add(
      JournalEntry entry, List<List<String>> regionRows, Map<String, List<List<String>>> further)
      throws IOException {
    byte[] line = line(entry.toJson(regionRows, further));
    long start = channel.position();
    write(line);
    put(entry, start, line.length - 1);
    tables.addAll(further.keySet());
  }

  /** Forgets a file and all of its slices. */
  public void remove(String name) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty(REMOVED, name);
    write(line(json));
    forget(name);
  }

  /**
   * Keeps entries out of the tables. They stay in the file until they are removed or replaced, so
   * that a run after a kill takes their files away too.
   */
  public void withdraw(Collection<JournalEntry> rows) {
    withdrawn.addAll(rows);
  }

  /** By file name and slice, those that are being taken away left out. */
  public List<JournalEntry> rows() {
    List<JournalEntry> rows = new ArrayList<>();
    for (SortedMap<Integer, JournalEntry> slices : entries.values())
      for (JournalEntry entry : slices.values()) if (!withdrawn.contains(entry)) rows.add(entry);
    return rows;
  }

  /** The further tables that runs have written rows for. */
  public Set<String> tables() {
    return Collections.unmodifiableSet(tables);
  }

  private static byte[] line(JsonObject json) {
    return (StrictJson.text(json).replaceAll("\\R\\s*", "") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void write(byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  /** Of a file, by its slices; empty where nothing is known. */
  public Collection<JournalEntry> entries(String name) {
    return entries.getOrDefault(name, Collections.emptySortedMap()).values();
  }

  /** By file name, and for each file by slice. */
  public Collection<SortedMap<Integer, JournalEntry>> all() {
    return entries.values();
  }

  /** The rows of an entry's regions, from the file. */
  public List<List<String>> regions(JournalEntry entry) throws IOException {
    return entry.regions() == 0 ? List.of() : JournalEntry.regions(read(entry));
  }

  /** The rows of an entry in a further table, from the file. */
  public List<List<String>> further(JournalEntry entry, String table) throws IOException {
    return entry.succeeded() ? JournalEntry.further(read(entry), table) : List.of();
  }

  private JsonObject read(JournalEntry entry) throws IOException {
    long[] place = places.get(entry);
    ByteBuffer bytes = ByteBuffer.allocate((int) place[1]);
    while (bytes.hasRemaining())
      if (channel.read(bytes, place[0] + bytes.position()) < 0)
        throw new IOException(file + " was cut off while it was used; start again.");
    return StrictJson.parseObject(bytes.array());
  }

  /** Makes sure that what was added is on the disk. */
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
