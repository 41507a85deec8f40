package sc.fiji.cavga.read;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import sc.fiji.cavga.picture.PixelSize;

/**
 * One open Bio-Formats reader, called by name: Fiji brings Bio-Formats, Maven Central does not, so
 * that the project cannot be compiled against it. Planes come with one channel each, colour tables
 * applied. For one thread.
 */
final class BioFormatsApi implements Closeable {

  private static final String READER = "loci.formats.ImageReader";

  private final ClassLoader loader;
  private final Class<?> type;
  private final Object reader;
  private final Object metadata;

  private BioFormatsApi(ClassLoader loader, Class<?> type, Object reader, Object metadata) {
    this.loader = loader;
    this.type = type;
    this.reader = reader;
    this.metadata = metadata;
  }

  static boolean present(ClassLoader loader) {
    try {
      Class.forName(READER, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** Whether Bio-Formats knows such a file. */
  static boolean knows(ClassLoader loader, Path file) {
    try {
      Class<?> type = Class.forName("loci.formats.IFormatReader", true, loader);
      Object reader = Class.forName(READER, true, loader).getConstructor().newInstance();
      return (Boolean)
          type.getMethod("isThisType", String.class, boolean.class)
              .invoke(reader, file.toString(), true);
    } catch (ReflectiveOperationException | LinkageError unknown) {
      return false;
    }
  }

  /**
   * @throws IOException with what Bio-Formats says
   */
  static BioFormatsApi open(ClassLoader loader, Path file) throws IOException {
    BioFormatsApi api;
    try {
      Class<?> type = Class.forName("loci.formats.IFormatReader", true, loader);
      Object plain = Class.forName(READER, true, loader).getConstructor().newInstance();
      Object filled = wrap(loader, type, "loci.formats.ChannelFiller", plain);
      Object separated = wrap(loader, type, "loci.formats.ChannelSeparator", filled);
      Object metadata =
          Class.forName("loci.formats.MetadataTools", true, loader)
              .getMethod("createOMEXMLMetadata")
              .invoke(null);
      api = new BioFormatsApi(loader, type, separated, metadata);
    } catch (ReflectiveOperationException | LinkageError other) {
      throw new IOException("this version of Bio-Formats is unknown: " + other, other);
    }
    boolean open = false;
    try {
      Class<?> store = api.load("loci.formats.meta.MetadataStore");
      api.call("setMetadataStore", new Class<?>[] {store}, api.metadata);
      api.call("setFlattenedResolutions", new Class<?>[] {boolean.class}, false);
      // Other files of the folder are pictures of their own, with rows of their own.
      api.call("setGroupFiles", new Class<?>[] {boolean.class}, false);
      api.call("setId", new Class<?>[] {String.class}, file.toString());
      open = true;
      return api;
    } finally {
      if (!open) api.close();
    }
  }

  private static Object wrap(ClassLoader loader, Class<?> type, String wrapper, Object reader)
      throws ReflectiveOperationException {
    return Class.forName(wrapper, true, loader).getConstructor(type).newInstance(reader);
  }

  private Class<?> load(String name) throws IOException {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError other) {
      throw new IOException("this version of Bio-Formats is unknown: " + other, other);
    }
  }

  /** A method without arguments that gives a number, such as {@code getSizeX}. */
  int number(String method) throws IOException {
    return ((Number) call(method, new Class<?>[0])).intValue();
  }

  boolean flag(String method) throws IOException {
    return (Boolean) call(method, new Class<?>[0]);
  }

  void series(int index) throws IOException {
    call("setSeries", new Class<?>[] {int.class}, index);
  }

  /** The number of the plane at a slice, channel and time. */
  int plane(int z, int channel, int time) throws IOException {
    Class<?>[] three = {int.class, int.class, int.class};
    return ((Number) call("getIndex", three, z, channel, time)).intValue();
  }

  /** A plane's bytes, as the file orders them. */
  byte[] bytes(int plane) throws IOException {
    return (byte[]) call("openBytes", new Class<?>[] {int.class}, plane);
  }

  /** In millimetres; unknown when the file does not say, or in other words. */
  PixelSize pixelSize(int series) {
    try {
      return new PixelSize(length("X", series), length("Y", series), "mm");
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return PixelSize.UNKNOWN;
    }
  }

  private double length(String axis, int series) throws ReflectiveOperationException {
    Class<?> retrieve = Class.forName("loci.formats.meta.MetadataRetrieve", true, loader);
    Object length =
        retrieve.getMethod("getPixelsPhysicalSize" + axis, int.class).invoke(metadata, series);
    Class<?> unit = Class.forName("ome.units.unit.Unit", true, loader);
    Object millimetre =
        Class.forName("ome.units.UNITS", true, loader).getField("MILLIMETER").get(null);
    Method value = length.getClass().getMethod("value", unit);
    return ((Number) value.invoke(length, millimetre)).doubleValue();
  }

  private Object call(String method, Class<?>[] types, Object... arguments) throws IOException {
    try {
      return type.getMethod(method, types).invoke(reader, arguments);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof OutOfMemoryError) throw (OutOfMemoryError) cause;
      String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
      throw new IOException(cause.getClass().getSimpleName() + message, cause);
    } catch (ReflectiveOperationException other) {
      throw new IOException("this version of Bio-Formats is unknown: " + other, other);
    }
  }

  @Override
  public void close() throws IOException {
    call("close", new Class<?>[0]);
  }
}
