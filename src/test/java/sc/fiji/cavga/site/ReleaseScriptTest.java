package sc.fiji.cavga.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tag makes of the changelog and of the files of a release. */
class ReleaseScriptTest {

  private static final String CHANGELOG =
      "# Changelog\n\nFor users.\n\n## Unreleased\n\n- not yet\n\n## 0.2.0\n\n### 2027-01-02\n\n- **new**: `x`\n"
          + "\n## 0.1.0\n\n- first\n\n## 0.0.9\n";

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void files() throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "releases are made on Linux");
    folder = Files.createDirectory(temporary.resolve("a release"));
    Files.writeString(folder.resolve("CAVGA_-0.2.0.jar"), "jar");
    Files.writeString(folder.resolve("cavga-fiji-site.zip"), "zip");
  }

  private String run(String tag, String changelog) throws IOException, InterruptedException {
    Path file = Files.writeString(temporary.resolve("CHANGELOG.md"), changelog);
    Process process =
        new ProcessBuilder(
                "bash",
                Paths.get(".ci/release").toAbsolutePath().toString(),
                tag,
                folder.getFileName().toString(),
                file.toString())
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + ": " + said;
  }

  @Test
  void theNotesAreTheVersionsOwn() throws Exception {
    for (String lineEnd : List.of("\n", "\r\n")) {
      assertEquals("0: ", run("CAVGA_-0.2.0", CHANGELOG.replace("\n", lineEnd)));
      assertEquals(
          "### 2027-01-02\n\n- **new**: `x`", Files.readString(notes()).strip(), "by " + lineEnd);
    }
  }

  private Path notes() {
    return temporary.resolve("release-notes.md");
  }

  @Test
  void allFilesHaveChecksums() throws Exception {
    run("CAVGA_-0.2.0", CHANGELOG);
    // What a second try finds of the first is no file of the release.
    assertEquals("0: ", run("CAVGA_-0.2.0", CHANGELOG));
    StringBuilder expected = new StringBuilder();
    for (String name : List.of("CAVGA_-0.2.0.jar", "cavga-fiji-site.zip")) {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(name)));
      for (byte part : sum) expected.append(String.format("%02x", part & 0xff));
      expected.append("  ").append(name).append('\n');
    }
    assertEquals(expected.toString(), Files.readString(folder.resolve("SHA256SUMS")));
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    assertRefused("CAVGA_-0.1.0", CHANGELOG, "is not what pom.xml builds (CAVGA_-0.2.0.jar)");
    assertRefused("v0.2.0", CHANGELOG, "is not CAVGA_-VERSION");
    assertRefused("CAVGA_-0.2.0", "# Changelog\n\n## Unreleased\n\n- a\n", "has nothing below");
    assertRefused("CAVGA_-0.2.0", "## 0.2.0\n\n \n## 0.1.0\n\n- a\n", "has nothing below");
    // The point is no letter for any.
    assertRefused("CAVGA_-0.2.0", "## 0x2x0\n\n- a\n", "has nothing below");
  }

  private void assertRefused(String tag, String changelog, String why) throws Exception {
    String said = run(tag, changelog);
    assertTrue(said.startsWith("1: ") && said.contains(why), said);
    assertFalse(Files.exists(notes()));
  }
}
