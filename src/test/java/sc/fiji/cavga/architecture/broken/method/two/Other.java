package sc.fiji.cavga.architecture.broken.method.two;

/** What no other method may know. */
public final class Other {

  private Other() {}

  public static String name() {
    return "other";
  }
}
