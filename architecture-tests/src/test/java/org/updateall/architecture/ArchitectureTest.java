package org.updateall.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.updateall");

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return Rules.all().entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> everyPackageThatARuleNamesHoldsClasses() {
    return Stream.of(
            Rules.DOMAIN,
            Rules.APPLICATION,
            Rules.DUCKDB,
            Rules.LEGACY,
            Rules.PLUGINS,
            Rules.REPORT,
            Rules.CHART,
            Rules.SYSTEM,
            Rules.MODELING,
            Rules.MODELING_ROOT,
            Rules.PREPARATION,
            Rules.BOOTSTRAP,
            Rules.CLI,
            Rules.FLEET_SPARK,
            "org.updateall.modeling.model..",
            "org.updateall.modeling.conformal..",
            "org.updateall.modeling.pooling..",
            "org.updateall.modeling.evaluation..")
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        assertTrue(
                            PRODUCT.stream()
                                .anyMatch(
                                    each ->
                                        PackageMatcher.of(name).matches(each.getPackageName())))));
  }

  /** This class path is that of the program, with the job beside it. */
  @TestFactory
  Stream<DynamicTest> whoHasTheProgramHasNoSpark() {
    return Stream.of(
            "org.apache.spark.sql.SparkSession", "org.apache.hadoop.fs.Path", "scala.Option")
        .map(
            name ->
                dynamicTest(
                    name, () -> assertThrows(ClassNotFoundException.class, () -> load(name))));
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ArchitectureTest.class.getClassLoader());
  }

  @TestFactory
  Stream<DynamicTest> theRulesDoNotSeeTests() {
    return Stream.of("Test", "Contract", "Fixture")
        .map(
            ending ->
                dynamicTest(
                    ending,
                    () ->
                        assertFalse(
                            PRODUCT.stream()
                                .anyMatch(each -> each.getSimpleName().endsWith(ending)))));
  }
}
