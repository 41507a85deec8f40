package sc.fiji.cavga.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String ROOT = "sc.fiji.cavga";
  private static final String BROKEN = "sc.fiji.cavga.architecture.broken";

  private static final JavaClasses REAL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages(ROOT);

  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(BROKEN);

  @Test
  void seesTheRealClasses() {
    assertTrue(REAL.contain(ROOT + ".picture.Picture"));
    assertTrue(REAL.contain(ROOT + ".method.cavga.network.NetworkConfig"));
    assertTrue(REAL.contain(ROOT + ".compute.ComputeBackend"));
    assertTrue(REAL.stream().noneMatch(type -> type.getName().endsWith("Test")));
  }

  @TestFactory
  Stream<DynamicTest> everyRoomKeepsTheRules() {
    return new ArchitectureRules(ROOT)
        .all().entrySet().stream()
            .map(
                rule -> DynamicTest.dynamicTest(rule.getKey(), () -> keeps(rule.getValue(), REAL)));
  }

  /** A rule that nothing can break protects nothing: each is broken once, on purpose. */
  @TestFactory
  Stream<DynamicTest> everyRuleSeesItsBreach() {
    return new ArchitectureRules(BROKEN)
        .all().entrySet().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertTrue(rule.getValue().evaluate(WRONG).hasViolation())));
  }

  private static void keeps(ArchRule rule, JavaClasses classes) {
    EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
    assertTrue(!result.hasViolation(), () -> result.getFailureReport().toString());
  }
}
