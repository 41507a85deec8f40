package sc.fiji.cavga.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** The plugin's pom.xml, those of the projects beside it, and the commands that name them. */
class PomsTest {

  private static final Pattern PROFILES = Pattern.compile("mvn [^`\n]*?-P([\\w,-]+)");
  private static final Pattern POMS = Pattern.compile("mvn [^`\n]*?-f ([\\w/.-]+)");

  /** A version that a project beside the plugin has to write down once more. */
  @Test
  void versionsAreThoseOfThePlugin() throws Exception {
    Map<String, String> ours = versions(Paths.get("pom.xml"));
    Set<String> compared = new TreeSet<>();
    for (Path pom : files("src/spark", "src/bench", "src/build"))
      if (pom.endsWith("pom.xml"))
        versions(pom)
            .forEach(
                (name, version) -> {
                  if (!ours.containsKey(name)) return;
                  assertEquals(ours.get(name), version, name + " in " + pom);
                  compared.add(name);
                });
    assertEquals(
        Set.of(
            "parent", "javacpp.version", "openblas.version", "nd4j.version", "nd4j.cuda.version"),
        compared);
  }

  /** The parent's version and the properties that are called so. */
  private static Map<String, String> versions(Path pom) throws Exception {
    Map<String, String> versions = new TreeMap<>();
    NodeList parent = elements(pom, "/project/parent/version");
    if (parent.getLength() > 0) versions.put("parent", parent.item(0).getTextContent());
    NodeList properties = elements(pom, "/project/properties/*");
    for (int i = 0; i < properties.getLength(); i++)
      if (properties.item(i).getNodeName().endsWith(".version"))
        versions.put(properties.item(i).getNodeName(), properties.item(i).getTextContent());
    return versions;
  }

  private static NodeList elements(Path pom, String path) throws Exception {
    return (NodeList)
        XPathFactory.newInstance()
            .newXPath()
            .evaluate(
                path,
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()),
                XPathConstants.NODESET);
  }

  @Test
  void profilesAndPomsThatCommandsNameAreThere() throws Exception {
    Set<String> profiles = new TreeSet<>();
    NodeList ids = elements(Paths.get("pom.xml"), "/project/profiles/profile/id");
    for (int i = 0; i < ids.getLength(); i++) profiles.add(ids.item(i).getTextContent());
    int named = 0;
    for (Path file : files("README.md", "pom.xml", "docs", "src", ".ci", ".github")) {
      if (!file.toString().matches(".*(\\.(md|xml|java|yml|py)|\\.ci.\\w+)")) continue;
      String text = Files.readString(file);
      for (Matcher command = PROFILES.matcher(text); command.find(); named++)
        for (String profile : command.group(1).split(","))
          assertTrue(profiles.contains(profile), command.group() + " in " + file);
      for (Matcher command = POMS.matcher(text); command.find(); named++)
        assertTrue(Files.exists(Paths.get(command.group(1))), command.group() + " in " + file);
    }
    assertTrue(named > 20, "only " + named);
  }

  private static List<Path> files(String... starts) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String start : starts)
      try (Stream<Path> files = Files.walk(Paths.get(start))) {
        all.addAll(files.filter(Files::isRegularFile).collect(Collectors.toList()));
      }
    return all;
  }
}
