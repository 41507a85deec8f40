package sc.fiji.cavga.twomemories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.OutputDirectoryProvider;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * A Java process that runs tests with arrays in two memories. Its arguments are names of test
 * classes, or CLASS#METHOD. It prints a line for each test that failed and one with the numbers,
 * and ends with code 1 where one failed or none was run.
 */
public final class TestsProcess {

  private TestsProcess() {}

  public static void main(String[] names) throws IOException {
    TwoMemories.install();
    Results results = new Results();
    TestEngine engine =
        ServiceLoader.load(TestEngine.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.getId().equals("junit-jupiter"))
            .findFirst()
            .orElseThrow();
    Request request = new Request(names, Files.createTempDirectory("two-memories"));
    TestDescriptor tests = engine.discover(request, UniqueId.forEngine(engine.getId()));
    try (NamespacedHierarchicalStore<Namespace> session = new NamespacedHierarchicalStore<>(null);
        NamespacedHierarchicalStore<Namespace> store = session.newChild()) {
      engine.execute(
          ExecutionRequest.create(
              tests,
              results,
              request.getConfigurationParameters(),
              request.getOutputDirectoryProvider(),
              store));
    }
    System.out.println(
        "passed " + results.passed + ", failed " + results.failed + ", skipped " + results.skipped);
    System.exit(results.failed == 0 && results.passed > 0 ? 0 : 1);
  }

  private static final class Results implements EngineExecutionListener {

    int passed;
    int failed;
    int skipped;

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
      skipped++;
    }

    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.ABORTED) skipped++;
      else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failed++;
        System.out.println("FAILED " + test.getUniqueId() + ": " + first(result));
        if (Boolean.getBoolean("cavga.test.traces"))
          result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(System.out));
      } else if (test.isTest()) passed++;
    }

    private static String first(TestExecutionResult result) {
      return result
          .getThrowable()
          .map(Throwable::toString)
          .orElse("")
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  /** What is to be run, without JUnit's launcher. */
  private static final class Request implements EngineDiscoveryRequest {

    private final List<DiscoverySelector> selectors = new ArrayList<>();
    private final Path folder;

    Request(String[] names, Path folder) {
      this.folder = folder;
      for (String name : names)
        selectors.add(
            name.contains("#")
                ? DiscoverySelectors.selectMethod(name)
                : DiscoverySelectors.selectClass(name));
    }

    @Override
    public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
      List<T> fitting = new ArrayList<>();
      for (DiscoverySelector selector : selectors)
        if (type.isInstance(selector)) fitting.add(type.cast(selector));
      return fitting;
    }

    @Override
    public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
      return List.of();
    }

    @Override
    public ConfigurationParameters getConfigurationParameters() {
      return new NoParameters();
    }

    @Override
    public OutputDirectoryProvider getOutputDirectoryProvider() {
      return new OutputDirectoryProvider() {
        @Override
        public Path getRootDirectory() {
          return folder;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
          return Files.createTempDirectory(folder, "test");
        }
      };
    }
  }

  private static final class NoParameters implements ConfigurationParameters {

    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(System.getProperty(key));
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
      return get(key).map(Boolean::valueOf);
    }

    @Override
    @SuppressWarnings("deprecation")
    public int size() {
      return 0;
    }

    @Override
    public Set<String> keySet() {
      return Set.of();
    }
  }
}
