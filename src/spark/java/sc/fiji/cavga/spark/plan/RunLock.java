package sc.fiji.cavga.spark.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/**
 * Keeps a second run out of an output folder. The file says who writes there and is written anew
 * every few seconds, so that the next run knows one whose machine has died: it goes on when nothing
 * has been written for a minute, or at once where the process was on its own machine.
 */
public final class RunLock implements AutoCloseable {

  private static final int BEAT_SECONDS = 5;
  private static final int DEAD_AFTER_SECONDS = 60;

  private final Store store;
  private final String place;
  private final String owner = UUID.randomUUID().toString();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "CAVGA lock");
            thread.setDaemon(true);
            return thread;
          });

  private RunLock(Store store, String place) {
    this.store = store;
    this.place = place;
  }

  /**
   * Takes an output folder.
   *
   * @param state the folder of a run's state in it
   * @throws IOException with one sentence when another run has it
   */
  public static RunLock take(Store store, String state) throws IOException, InterruptedException {
    RunLock lock = new RunLock(store, Store.below(state, "lock"));
    store.makeFolder(state);
    if (!store.create(lock.place, lock.text())) {
      lock.awaitDead();
      store.write(lock.place, lock.text());
      // Two may have waited for the same one to die.
      TimeUnit.SECONDS.sleep(1);
      if (!lock.isOwn(store.bytesOrNull(lock.place))) throw lock.taken();
    }
    lock.beats.scheduleAtFixedRate(lock::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    return lock;
  }

  private void awaitDead() throws IOException, InterruptedException {
    byte[] first = store.bytesOrNull(place);
    if (first == null) return;
    Optional<Boolean> alive = livesHere(first);
    if (alive.isPresent() && alive.get()) throw taken();
    if (alive.isPresent()) return;
    for (int waited = 0; waited < DEAD_AFTER_SECONDS; waited += BEAT_SECONDS) {
      TimeUnit.SECONDS.sleep(BEAT_SECONDS);
      byte[] now = store.bytesOrNull(place);
      if (now == null) return;
      if (!Arrays.equals(first, now)) throw taken();
    }
  }

  private ArchiveException taken() {
    return new ArchiveException(
        "Another run writes into "
            + place.replaceFirst("/[^/]*/lock$", "")
            + ": wait for its end, or choose another output folder.");
  }

  /** Whether the process that wrote it lives; empty where it was on another machine. */
  private static Optional<Boolean> livesHere(byte[] text) throws IOException {
    try {
      JsonObject lock =
          new Gson().fromJson(new String(text, StandardCharsets.UTF_8), JsonObject.class);
      if (lock == null || !host().equals(lock.get("host").getAsString())) return Optional.empty();
      long started = lock.get("started").getAsLong();
      return Optional.of(
          ProcessHandle.of(lock.get("process").getAsLong())
              .flatMap(process -> process.info().startInstant())
              .map(Instant::toEpochMilli)
              .filter(start -> start == started)
              .isPresent());
    } catch (JsonParseException | NullPointerException damaged) {
      return Optional.empty();
    }
  }

  private static String host() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }

  private byte[] text() throws IOException {
    ProcessHandle own = ProcessHandle.current();
    JsonObject lock = new JsonObject();
    lock.addProperty("owner", owner);
    lock.addProperty("host", host());
    lock.addProperty("process", own.pid());
    lock.addProperty("started", own.info().startInstant().map(Instant::toEpochMilli).orElse(-1L));
    lock.addProperty("beat", System.currentTimeMillis());
    return lock.toString().getBytes(StandardCharsets.UTF_8);
  }

  private boolean isOwn(byte[] text) {
    return text != null && new String(text, StandardCharsets.UTF_8).contains(owner);
  }

  private void beat() {
    try {
      if (isOwn(store.bytesOrNull(place))) store.write(place, text());
      else lost.set(true);
    } catch (IOException later) {
      // The store may come back; if it does not, what is written next says so.
    }
  }

  /**
   * Asked before anything is taken for finished.
   *
   * @throws IOException with one sentence when another run has taken the folder
   */
  public void require() throws IOException {
    if (lost.get()) throw taken();
  }

  @Override
  public void close() throws IOException {
    beats.shutdownNow();
    try {
      beats.awaitTermination(BEAT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (isOwn(store.bytesOrNull(place))) store.delete(place);
  }
}
