package sc.fiji.cavga.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * An update site, laid out by src/build/fiji-site.xml as a pom.xml asks: from the real class path,
 * and from jars without content, but with their module's name, in place of those that Maven
 * downloads for it.
 */
final class FijiSite {

  private final Document pom;
  private final Path target;
  private final Project project;
  private final Path folder;

  private FijiSite(String pom, String part, String name, Path target) throws Exception {
    this.pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
    this.target = target;
    project = project(target);
    Element property = elements(part + "/properties/" + name).get(0);
    folder = Paths.get(resolved(property.getTextContent()));
    project.setProperty(property.getNodeName(), folder.toString());
    String downloads =
        elements(part + "//outputDirectory")
            .get(0)
            .getTextContent()
            .replace("${" + property.getNodeName() + "}", folder.toString());
    for (Element item : elements(part + "//artifactItem"))
      NativeJar.write(Paths.get(downloads, file(item)));
  }

  /**
   * The site itself.
   *
   * @param target folder in place of Maven's target, with the plugin, CAVGA_-1.0.0.jar
   */
  static FijiSite main(Path target) throws Exception {
    FijiSite site = new FijiSite("pom.xml", "//profile[id='fiji-site']", "fiji.site", target);
    site.project.executeTarget("site");
    return site;
  }

  /** The second one, for graphics cards. */
  static FijiSite cuda(Path target) throws Exception {
    FijiSite site =
        new FijiSite("src/build/fiji-site-cuda/pom.xml", "/project", "fiji.cuda.site", target);
    site.project.executeTarget("cuda-site");
    return site;
  }

  private static Project project(Path target) {
    Project project = new Project();
    project.init();
    project.setProperty("basedir", Paths.get("").toAbsolutePath().toString());
    project.setProperty("project.build.directory", target.toString());
    project.setProperty("project.artifactId", "CAVGA_");
    project.setProperty("project.version", "1.0.0");
    project.addReference(
        "maven.runtime.classpath",
        new org.apache.tools.ant.types.Path(
            project,
            classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator))));
    ProjectHelper.configureProject(project, new File("src/build/fiji-site.xml"));
    return project;
  }

  /** The tests' class path. */
  static List<Path> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .map(Paths::get)
        .collect(Collectors.toList());
  }

  /** The name that Maven gives to what it downloads. */
  private String file(Element item) throws Exception {
    String artifact = text(item, "artifactId");
    String version = text(item, "version");
    if (version.isEmpty()) version = "${" + artifact.replace("-native", "") + ".version}";
    String classifier = text(item, "classifier");
    return artifact
        + "-"
        + resolved(version)
        + (classifier.isEmpty() ? "" : "-" + classifier)
        + ".jar";
  }

  private static String text(Element item, String name) {
    NodeList elements = item.getElementsByTagName(name);
    return elements.getLength() == 0 ? "" : elements.item(0).getTextContent();
  }

  private String resolved(String text) throws Exception {
    String found = text.replace("${project.build.directory}", target.toString());
    for (int i = 0; i < 2; i++)
      for (Element property : elements("/project/properties/*"))
        found = found.replace("${" + property.getNodeName() + "}", property.getTextContent());
    return found;
  }

  private List<Element> elements(String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  static void empty(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  /** The files below a folder of the site, as "jars/linux64/NAME-VERSION.jar". */
  List<String> files(String below) throws IOException {
    Path start = folder.resolve(below);
    if (!Files.exists(start)) return List.of();
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toList());
    }
  }

  /** Installs this site into a Fiji. */
  void install(Path app) {
    install(project, app);
  }

  /** Installs where nothing asked for a site. */
  static void installNone(Path target, Path app) {
    install(project(target), app);
  }

  private static void install(Project project, Path app) {
    project.setProperty("scijava.app.directory", app.toString());
    project.executeTarget("install");
  }
}
