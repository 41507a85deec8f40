package sc.fiji.cavga.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar states of itself. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "CAVGA for Fiji " + (version == null ? "(not packaged)" : version),
      "Java " + System.getProperty("java.version") + ", " + system()
    };
  }

  /** The system and its architecture, as Java names them. */
  static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
