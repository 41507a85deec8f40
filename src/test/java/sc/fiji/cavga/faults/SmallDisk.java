package sc.fiji.cavga.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of a few hundred kilobytes, in memory and in a Linux namespace that only the commands in
 * it see; afterwards it is gone but for a copy of what was on it.
 */
public final class SmallDisk {

  private final Path folder;
  private final StringBuilder script = new StringBuilder("set -e\n");

  /**
   * Skips the test where such a disk cannot be had.
   *
   * @param folder where it is seen
   */
  public SmallDisk(Path folder, int kilobytes) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    script.append("mount -t tmpfs -o size=" + kilobytes + "k none '" + folder + "'\n");
    boolean possible;
    try {
      possible = shell(script.toString(), folder.resolveSibling("trial")) == 0;
    } catch (IOException noSuchProgram) {
      possible = false;
    }
    Assumptions.assumeTrue(possible, "no disk can be mounted here by unshare and mount");
  }

  /** A shell's command, which must succeed. */
  public SmallDisk then(String command) {
    script.append(command).append('\n');
    return this;
  }

  /** A process that must end with this exit code. */
  public SmallDisk then(ChildJava child, int exitCode) {
    return then(
        "code=0; " + child.quoted() + " || code=$?\n" + "test $code = " + exitCode + " || exit 77");
  }

  /** From now on it holds so much. */
  public SmallDisk resize(int kilobytes) {
    return then("mount -o remount,size=" + kilobytes + "k '" + folder + "'");
  }

  /** From now on nothing can be written. */
  public SmallDisk readOnly() {
    return then("mount -o remount,ro '" + folder + "'");
  }

  /** Copies all that is on it to a new folder outside. */
  public SmallDisk copyTo(Path copy) {
    return then("cp -a '" + folder + "' '" + copy + "'");
  }

  /**
   * @param log what was printed
   * @return what was printed
   */
  public String run(Path log) throws IOException, InterruptedException {
    int code = shell(script.toString(), log);
    String printed = Files.readString(log);
    if (code != 0) throw new AssertionError("exit code " + code + ": " + printed);
    return printed;
  }

  private static int shell(String script, Path log) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of("unshare", "-rm", "sh", "-c", script))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }
}
