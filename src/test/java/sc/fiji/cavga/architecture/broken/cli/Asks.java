package sc.fiji.cavga.architecture.broken.cli;

/** What nobody below may know. */
public final class Asks {

  private Asks() {}

  public static String name() {
    return "asks";
  }
}
