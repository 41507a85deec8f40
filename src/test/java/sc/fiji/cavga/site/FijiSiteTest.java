package sc.fiji.cavga.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.util.FileUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the profiles fiji-site and fiji-site-cuda put where, held against what Fiji has. */
class FijiSiteTest {

  /**
   * ND4J runs with these versions alone. Fiji has another JavaCPP beside its ffmpeg; OpenBLAS it
   * has not, but SciJava manages a version of it.
   */
  private static final Set<String> PINNED = Set.of("javacpp.jar", "openblas.jar");

  private static final List<String> PROFILES = List.of("fiji-site", "fiji-site-cuda");

  private static final Set<String> PLATFORMS =
      Set.of("linux64", "linux-arm64", "win64", "macos64", "macos-arm64");

  private static Document pom;
  private static Map<String, String> properties;
  private static Set<String> fiji;
  private static Set<String> managed;

  @BeforeAll
  static void read() throws Exception {
    pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    properties = new HashMap<>();
    NodeList values = nodes("/project/properties/*");
    for (int i = 0; i < values.getLength(); i++)
      properties.put(values.item(i).getNodeName(), values.item(i).getTextContent());
    fiji = names("fiji-jars.txt");
    managed = names("scijava-managed.txt");
  }

  private static Set<String> names(String list) throws Exception {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                FijiSiteTest.class.getResourceAsStream(list), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line + ".jar")
          .collect(Collectors.toSet());
    }
  }

  private static NodeList nodes(String path) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
  }

  /** Folders below the site and names of the jars, as "jars/linux64/NAME-VERSION.jar". */
  private static List<String> files(String profile) throws Exception {
    NodeList items = nodes("//profile[id='" + profile + "']//artifactItem");
    List<String> files = new ArrayList<>();
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      String folder =
          text(item, "outputDirectory").replaceFirst("^\\$\\{fiji(\\.cuda)?\\.site\\}/", "");
      files.add(folder + "/" + text(item, "destFileName"));
    }
    assertTrue(files.size() > 5, profile);
    return files;
  }

  private static String text(Element item, String name) {
    String text = item.getElementsByTagName(name).item(0).getTextContent();
    for (int i = 0; i < 3; i++)
      for (Map.Entry<String, String> property : properties.entrySet())
        text = text.replace("${" + property.getKey() + "}", property.getValue());
    return text;
  }

  private static String unversioned(String file) {
    return FileUtils.stripFilenameVersion(Paths.get(file).getFileName().toString());
  }

  @Test
  void nothingReplacesAJarOfFijis() throws Exception {
    assertTrue(fiji.contains("guava.jar") && fiji.contains("scijava-common.jar"));
    Set<String> taken = new TreeSet<>(fiji);
    taken.addAll(managed);
    taken.removeAll(PINNED);
    for (String profile : PROFILES)
      for (String file : files(profile)) assertFalse(taken.contains(unversioned(file)), file);
  }

  /** Both can be built in one run, and neither puts its jars into the other's folder. */
  @Test
  void eachSiteHasItsOwnFolder() throws Exception {
    Set<String> folders = new TreeSet<>();
    for (String profile : PROFILES) {
      NodeList own = nodes("//profile[id='" + profile + "']/properties/*");
      assertEquals(1, own.getLength(), profile);
      String property = own.item(0).getNodeName();
      assertTrue(folders.add(property), property);
      assertTrue(folders.add(own.item(0).getTextContent()), property);
      NodeList items = nodes("//profile[id='" + profile + "']//artifactItem/outputDirectory");
      for (int i = 0; i < items.getLength(); i++)
        assertTrue(items.item(i).getTextContent().startsWith("${" + property + "}/"), profile);
    }
  }

  @Test
  void theUpdaterKnowsVersionsFromNames() throws Exception {
    Set<String> names = new TreeSet<>();
    for (String profile : PROFILES)
      for (String file : files(profile)) {
        String name = unversioned(file);
        assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]*[a-z][a-z0-9]*|-64)*\\.jar"), name);
        assertFalse(file.endsWith("/" + name), file + " has no version");
        assertTrue(names.add(name), name + " is there twice");
      }
  }

  @Test
  void nativesLieUnderTheirPlatforms() throws Exception {
    Set<String> platforms = new TreeSet<>();
    for (String file : files("fiji-site")) {
      boolean natives = file.contains("-natives-");
      assertEquals(natives, file.split("/").length == 3, file);
      if (natives) platforms.add(file.split("/")[1]);
    }
    assertEquals(new TreeSet<>(PLATFORMS), platforms);
  }

  /** Each library that runs with the plugin comes with Fiji or with the site. */
  @Test
  void nothingIsMissing() throws Exception {
    List<String> site = files("fiji-site");
    NodeList dependencies = nodes("/project/dependencies/dependency");
    int checked = 0;
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String artifact = text(dependency, "artifactId");
      boolean test =
          dependency.getElementsByTagName("scope").getLength() > 0
              && text(dependency, "scope").equals("test");
      boolean optional = dependency.getElementsByTagName("optional").getLength() > 0;
      boolean natives = dependency.getElementsByTagName("classifier").getLength() > 0;
      if (test || optional || natives) continue;
      boolean sent =
          site.stream()
              .map(FijiSiteTest::unversioned)
              .anyMatch(
                  name ->
                      name.equals(artifact + ".jar") || name.equals("nd4j-" + artifact + ".jar"));
      assertTrue(sent || fiji.contains(artifact + ".jar"), artifact);
      checked++;
    }
    assertTrue(checked > 10);
  }
}
