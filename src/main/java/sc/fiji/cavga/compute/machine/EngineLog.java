package sc.fiji.cavga.compute.machine;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Lets through only ND4J's errors, whichever log it writes to.
 *
 * <p>ND4J announces itself at level INFO and warns of its own duplicate operation names; neither
 * helps anybody who looks at an eye. Fiji decides which log stands behind SLF4J, so that the level
 * is set where that log keeps it. The levels of all other loggers stay as they are.
 */
public final class EngineLog {

  private static final String ENGINE = "org.nd4j";

  /** Held, as java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger JAVA_LOGGER = Logger.getLogger(ENGINE);

  private EngineLog() {}

  /** To be called before ND4J makes its loggers. */
  public static void errorsOnly() {
    JAVA_LOGGER.setLevel(Level.SEVERE);
    EngineProperties.setIfAbsent("org.slf4j.simpleLogger.log." + ENGINE, "error");
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory.getClass().getName().startsWith("ch.qos.logback.")) logbackErrorsOnly(factory);
  }

  private static void logbackErrorsOnly(ILoggerFactory factory) {
    Object logger = factory.getLogger(ENGINE);
    ClassLoader loader = logger.getClass().getClassLoader();
    try {
      Class<?> level = Class.forName("ch.qos.logback.classic.Level", true, loader);
      Object error = level.getField("ERROR").get(null);
      logger.getClass().getMethod("setLevel", level).invoke(logger, error);
    } catch (ReflectiveOperationException expected) {
      // Some other Logback: a talkative log is no reason not to compute.
    }
  }
}
