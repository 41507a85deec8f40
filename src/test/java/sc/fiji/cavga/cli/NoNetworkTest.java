package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/** The commands, where nothing leads to another machine. */
class NoNetworkTest {

  @TempDir Path folder;

  /** Names are looked up in an empty file, and sockets, channels and proxies denied. */
  private ChildJava offline(String... arguments) throws IOException {
    Path hosts = Files.write(folder.resolve("hosts"), new byte[0]);
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of(
                "-Xmx512m",
                "-Djdk.net.hosts.file=" + hosts,
                "-Djava.nio.channels.spi.SelectorProvider="
                    + DenyingSelectorProvider.class.getName()),
            OfflineProcess.class,
            arguments);
    return hasNamespaces() ? child.behind("unshare", "-rn") : child;
  }

  /** Where Linux allows it there is no network at all, also for native libraries. */
  private static boolean hasNamespaces() {
    try {
      return new ProcessBuilder("unshare", "-rn", "true").start().waitFor() == 0;
    } catch (IOException | InterruptedException absent) {
      return false;
    }
  }

  @Test
  void everyCommandDoesWithoutANetwork() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("m.cavga");
    ChildJava child =
        offline(
            String.join(
                " + ",
                "device",
                "train --size 16 --width 4 --latent-channels 4 --batch 4 --epochs 1 --detector-steps 3"
                    + " --fewest-steps 2 --dataset "
                    + data
                    + " --model "
                    + model,
                "localize --model "
                    + model
                    + " --input "
                    + data
                    + "/train --output "
                    + folder
                    + "/maps",
                "evaluate --model " + model + " --dataset " + data + " --output " + folder + "/all",
                "bench --size 32 --width 4 --batch 2 --steps 1"));
    child.run();
    assertFalse(child.printed().contains(OfflineProcess.KNOCKED), child.printed());
    assertTrue(Files.exists(folder.resolve("all/report.html")));
    assertTrue(Files.exists(folder.resolve("maps/results.csv")));
  }

  @Test
  void whatIsShutTellsWhoKnocks() throws Exception {
    ChildJava child = offline("knock");
    child.run();
    assertTrue(child.printed().contains(OfflineProcess.KNOCKED + "a socket"), child.printed());
    assertTrue(child.printed().contains(OfflineProcess.KNOCKED + "a channel"), child.printed());
  }
}
