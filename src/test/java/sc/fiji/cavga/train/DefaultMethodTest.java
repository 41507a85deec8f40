package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.fuzz.StoredZips;

/** Who trains and localizes with the default method pays nothing for the paper's network. */
class DefaultMethodTest {

  /** No multiple of four, so that CAVGA cannot have it. */
  private static final int SIZE = 18;

  private static final Pattern LOADED = Pattern.compile("(sc\\.fiji\\.cavga\\.[\\w.$]+) source:");

  @TempDir Path folder;

  @Test
  void trainingAndLocalizingBuildNoCavga() throws Exception {
    Path model = folder.resolve("default.cavga");
    Set<String> classes = loaded(model, String.valueOf(SIZE));
    assertTrue(classes.contains("sc.fiji.cavga.method.local.net.SegmentationNet"));
    assertEquals(Set.of(), networks(classes));
    for (String entry : StoredZips.read(model).keySet())
      assertTrue(!entry.startsWith("cavga") && !entry.contains("network"), entry);
  }

  /** That the test above could fail. */
  @Test
  void theNetworkIsSeenWhereItIsAskedFor() throws Exception {
    Path model = folder.resolve("cavga.cavga");
    Set<String> classes = loaded(model, "16", "cavga");
    String network = "sc.fiji.cavga.method.cavga.network.CavgaNetwork";
    assertTrue(networks(classes).contains(network), networks(classes).toString());
    assertTrue(!classes.contains("sc.fiji.cavga.method.local.net.SegmentationNet"));
    assertTrue(StoredZips.read(model).containsKey("cavga-network.safetensors"));
  }

  /** Classes of this project that a training and a localization have loaded. */
  private Set<String> loaded(Path model, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = model.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    ChildJava child =
        new ChildJava(
            folder.resolve("log"), List.of("-verbose:class"), DefaultMethodProcess.class, all);
    child.run();
    assertTrue(child.printed().contains("Score: "), "It has localized.");
    Set<String> classes = new TreeSet<>();
    Matcher lines = LOADED.matcher(child.printed());
    while (lines.find()) classes.add(lines.group(1));
    return classes;
  }

  /** What CAVGA computes with; types that its settings and its method name are no network yet. */
  private static Set<String> networks(Set<String> classes) {
    Set<String> networks = new TreeSet<>();
    for (String name : classes)
      if (name.matches("sc\\.fiji\\.cavga\\.method\\.cavga\\.(network|map)\\..*")
          && !name.matches(".*\\.(NetworkConfig.*|EncoderWeights)")) networks.add(name);
    return networks;
  }
}
