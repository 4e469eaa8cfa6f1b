package org.updateall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.updateall.adapters.duckdb.wrong.DuckDbThatKnowsTheLegacyFormat;
import org.updateall.adapters.duckdb.wrong.PublicQueries;
import org.updateall.adapters.jsonlegacy.wrong.LegacyThatKnowsTheDatabase;
import org.updateall.adapters.plugins.wrong.PluginThatKnowsTheDatabase;
import org.updateall.adapters.report.chart.wrong.ChartThatPaints;
import org.updateall.adapters.report.wrong.ReportThatKnowsTheDatabase;
import org.updateall.adapters.system.wrong.SystemThatKnowsTheDatabase;
import org.updateall.application.wrong.UseCaseThatKnowsAnAdapter;
import org.updateall.application.wrong.UseCaseThatPaints;
import org.updateall.application.wrong.UseCaseThatPrints;
import org.updateall.application.wrong.UseCaseThatReadsYaml;
import org.updateall.application.wrong.UseCaseThatSerialises;
import org.updateall.application.wrong.UseCaseThatTries;
import org.updateall.bootstrap.wrong.FacadeWithATerminal;
import org.updateall.cli.wrong.CommandThatKnowsTheDatabase;
import org.updateall.cli.wrong.CommandThatKnowsTheJob;
import org.updateall.domain.wrong.DomainThatKnowsJdbi;
import org.updateall.domain.wrong.DomainThatReadsTheTime;
import org.updateall.domain.wrong.DomainThatRefersToDice;
import org.updateall.domain.wrong.DomainThatRefersToTheTime;
import org.updateall.domain.wrong.DomainThatRollsDice;
import org.updateall.domain.wrong.DomainWithTimestamps;
import org.updateall.domain.wrong.cycle.CycleOne;
import org.updateall.domain.wrong.cycle.other.CycleTwo;
import org.updateall.fleet.spark.wrong.JobThatKnowsTheDatabase;
import org.updateall.modeling.model.wrong.ModelThatKnowsIntervals;
import org.updateall.modeling.model.wrong.ModelThatKnowsPlugins;
import org.updateall.modeling.wrong.ModelingThatKnowsTheApplication;

final class RulesCanFailTest {

  private static final Map<String, Class<?>[]> BREAKERS =
      Map.ofEntries(
          breaks("the domain is pure", DomainThatKnowsJdbi.class),
          breaks("the application sees the domain alone", UseCaseThatKnowsAnAdapter.class),
          breaks("the DuckDB adapter sees the domain alone", DuckDbThatKnowsTheLegacyFormat.class),
          breaks("the legacy adapter sees the domain alone", LegacyThatKnowsTheDatabase.class),
          breaks("the plugins adapter sees the domain alone", PluginThatKnowsTheDatabase.class),
          breaks("YAML stays in the plugins adapter", UseCaseThatReadsYaml.class),
          breaks("the report adapter sees the domain alone", ReportThatKnowsTheDatabase.class),
          breaks("graphics stay in the report adapter", UseCaseThatPaints.class),
          breaks("charts know nothing of graphics and of who shows them", ChartThatPaints.class),
          breaks("the system adapter sees the domain alone", SystemThatKnowsTheDatabase.class),
          breaks("modeling sees the domain alone", ModelingThatKnowsTheApplication.class),
          breaks("bootstrap has no terminal and no logging backend", FacadeWithATerminal.class),
          breaks("the program reaches the house by its door", CommandThatKnowsTheDatabase.class),
          breaks("DuckDB and Jdbi stay in their adapter", DomainThatKnowsJdbi.class),
          breaks(
              "JDBC stays with the store and with what reads the databases of others",
              LegacyThatKnowsTheDatabase.class),
          breaks(
              "the job on Spark sees what trains and what Spark's interface needs",
              JobThatKnowsTheDatabase.class),
          breaks("Spark stays in the job, and nobody knows the job", CommandThatKnowsTheJob.class),
          breaks("numerics stay in modeling", UseCaseThatKnowsAnAdapter.class),
          breaks("the terminal stays in the program", FacadeWithATerminal.class),
          breaks("only modules and settings are public in adapters", PublicQueries.class),
          breaks("the numeric core does not know the domain", ModelThatKnowsPlugins.class),
          breaks("models know nothing of intervals", ModelThatKnowsIntervals.class),
          breaks("packages have no cycles", CycleOne.class, CycleTwo.class),
          breaks("time comes from a clock that is handed in", DomainThatReadsTheTime.class),
          breaks("randomness comes from a generator that is handed in", DomainThatRollsDice.class),
          breaks(
              "times are never java.sql.Timestamp or java.util.Date", DomainWithTimestamps.class),
          breaks("nothing is serialised the Java way", UseCaseThatSerialises.class),
          breaks("no method declares a Try", UseCaseThatTries.class),
          breaks("nobody prints but the program", UseCaseThatPrints.class));

  @TestFactory
  Stream<DynamicTest> everyRuleFindsItsBreaker() {
    return BREAKERS.entrySet().stream()
        .map(breaker -> dynamicTest(breaker.getKey(), () -> assertBroken(breaker)));
  }

  @Test
  void referencesAreFoundAsCallsAre() {
    assertBroken(
        breaks("time comes from a clock that is handed in", DomainThatRefersToTheTime.class));
    assertBroken(
        breaks(
            "randomness comes from a generator that is handed in", DomainThatRefersToDice.class));
  }

  @Test
  void everyRuleHasABreaker() {
    assertEquals(new TreeSet<>(Rules.all().keySet()), new TreeSet<>(BREAKERS.keySet()));
  }

  private static void assertBroken(Map.Entry<String, Class<?>[]> breaker) {
    ArchRule rule = Objects.requireNonNull(Rules.all().get(breaker.getKey()), "no such rule");
    JavaClasses wrong = new ClassFileImporter().importClasses(breaker.getValue());
    assertTrue(
        rule.allowEmptyShould(true).evaluate(wrong).hasViolation(),
        () -> "nothing breaks: " + breaker.getKey());
  }

  private static Map.Entry<String, Class<?>[]> breaks(String rule, Class<?>... breakers) {
    return Map.entry(rule, breakers);
  }
}
