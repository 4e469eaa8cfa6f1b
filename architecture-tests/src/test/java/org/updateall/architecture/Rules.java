package org.updateall.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.updateall.domain.importing.HistoryImporter;

/** The rules, by name, each with its reason in words. */
final class Rules {

  static final String DOMAIN = "org.updateall.domain..";
  static final String APPLICATION = "org.updateall.application..";
  static final String DUCKDB = "org.updateall.adapters.duckdb..";
  static final String LEGACY = "org.updateall.adapters.jsonlegacy..";
  static final String PLUGINS = "org.updateall.adapters.plugins..";
  static final String REPORT = "org.updateall.adapters.report..";
  static final String REPORT_ROOT = "org.updateall.adapters.report";
  static final String CHART = "org.updateall.adapters.report.chart..";
  static final String SYSTEM = "org.updateall.adapters.system..";
  static final String IMPORTING = "org.updateall.adapters.system.importing..";
  static final String MODELING = "org.updateall.modeling..";
  static final String MODELING_ROOT = "org.updateall.modeling";
  static final String PREPARATION = "org.updateall.modeling.preparation..";
  static final String BOOTSTRAP = "org.updateall.bootstrap..";
  static final String CLI = "org.updateall.cli..";
  static final String FLEET_SPARK = "org.updateall.fleet.spark..";

  /** The program that Spark starts. */
  private static final String FLEET_JOB = "org.updateall.fleet.spark.FleetJob";

  /** What any module may use. */
  private static final String[] EVERYWHERE = {
    "java..", "io.vavr.control..", "org.jspecify.annotations.."
  };

  private static final String GUICE = "com.google.inject..";
  private static final String INJECT = "jakarta.inject..";
  private static final String SLF4J = "org.slf4j..";
  private static final String JSVG = "com.github.weisj.jsvg..";
  private static final String SNAKEYAML = "org.snakeyaml.engine..";
  private static final String JACKSON = "tools.jackson..";

  /** Where Jackson 3, too, has its annotations. */
  private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation..";

  private Rules() {}

  /** Every rule. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new TreeMap<>();
    allowLists(rules);
    fleetOnSpark(rules);
    technologies(rules);
    inside(rules);
    habits(rules);
    return rules;
  }

  private static void allowLists(Map<String, ArchRule> rules) {
    rules.put(
        "the domain is pure",
        only(DOMAIN, "javax.crypto..")
            .because("code that depends on the domain alone must get nothing else with it"));
    rules.put(
        "the application sees the domain alone",
        only(APPLICATION, DOMAIN, SLF4J)
            .because("use cases must run on any adapter, in memory as well as on a database"));
    rules.put(
        "the DuckDB adapter sees the domain alone",
        only(
                DUCKDB,
                DOMAIN,
                SLF4J,
                GUICE,
                INJECT,
                JACKSON,
                "org.duckdb..",
                "org.jdbi..",
                "javax.sql..")
            .because("adapters can only be exchanged if they do not know one another"));
    rules.put(
        "the legacy adapter sees the domain alone",
        only(LEGACY, DOMAIN, SLF4J, GUICE, INJECT, JACKSON)
            .because("adapters can only be exchanged if they do not know one another"));
    rules.put(
        "the plugins adapter sees the domain alone",
        only(PLUGINS, DOMAIN, GUICE, INJECT, JACKSON, SLF4J, SNAKEYAML, "javax.xml.stream..")
            .because("adapters can only be exchanged if they do not know one another"));
    rules.put(
        "the report adapter sees the domain alone",
        only(REPORT, DOMAIN, GUICE, INJECT, JSVG, "javax.xml.stream..", "javax.imageio..")
            .because("adapters can only be exchanged if they do not know one another"));
    rules.put(
        "the system adapter sees the domain alone",
        only(SYSTEM, DOMAIN, GUICE, INJECT, JACKSON)
            .because("adapters can only be exchanged if they do not know one another"));
    rules.put(
        "modeling sees the domain alone",
        only(
                MODELING,
                DOMAIN,
                SLF4J,
                GUICE,
                INJECT,
                JACKSON,
                JACKSON_ANNOTATIONS,
                "org.apache.commons.math3..",
                "org.tribuo..")
            .because("forecasting must not know where its series come from"));
    rules.put(
        "bootstrap has no terminal and no logging backend",
        only(
                BOOTSTRAP,
                DOMAIN,
                APPLICATION,
                DUCKDB,
                LEGACY,
                PLUGINS,
                REPORT,
                SYSTEM,
                MODELING,
                GUICE,
                INJECT,
                SLF4J)
            .because("whoever embeds the facade brings their own"));
    rules.put(
        "the program reaches the house by its door",
        only(
                CLI,
                BOOTSTRAP,
                APPLICATION,
                DOMAIN,
                JACKSON,
                SLF4J,
                "picocli..",
                "me.tongfei.progressbar..",
                "org.jline..",
                "io.prometheus..",
                "ch.qos.logback..")
            .because("what the terminal can do, an embedding program must be able to do, too"));
  }

  private static void fleetOnSpark(Map<String, ArchRule> rules) {
    rules.put(
        "the job on Spark sees what trains and what Spark's interface needs",
        classes()
            .that()
            .resideInAPackage(FLEET_SPARK)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "java..",
                        "io.vavr.control..",
                        "org.jspecify.annotations..",
                        FLEET_SPARK,
                        DOMAIN,
                        APPLICATION,
                        MODELING_ROOT,
                        GUICE,
                        SLF4J,
                        JACKSON,
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "org.apache.parquet..")
                    .or(named("scala.Product", "scala.collection.immutable.Seq")))
            .because("models must come out as they do on one machine, whoever calls the trainer"));
    rules.put(
        "Spark stays in the job, and nobody knows the job",
        noClasses()
            .that()
            .resideOutsideOfPackage(FLEET_SPARK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FLEET_SPARK, "org.apache.spark..", "org.apache.hadoop..", "scala..")
            .because("who has one machine must not need Spark"));
  }

  private static void technologies(Map<String, ArchRule> rules) {
    rules.put(
        "DuckDB and Jdbi stay in their adapter",
        outside(DUCKDB, "org.duckdb..", "org.jdbi..").because("storage must be exchangeable"));
    rules.put(
        "JDBC stays with the store and with what reads the databases of others",
        noClasses()
            .that()
            .resideOutsideOfPackages(DUCKDB, IMPORTING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("everybody else asks a port"));
    rules.put(
        "YAML stays in the plugins adapter",
        outside(PLUGINS, SNAKEYAML).because("declarations are read in one place"));
    rules.put(
        "graphics stay in the report adapter",
        outside(REPORT, JSVG, "java.awt..", "javax.swing..", "javax.imageio..")
            .because("a Java runtime may be without them, and no other command needs them"));
    rules.put(
        "charts know nothing of graphics and of who shows them",
        noClasses()
            .that()
            .resideInAPackage(CHART)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        JSVG,
                        "java.awt..",
                        "javax.imageio..",
                        "org.updateall.adapters.report.page..")
                    .or(resideInAPackage(REPORT_ROOT)))
            .because("they are text, which any page or renderer can take"));
    rules.put(
        "numerics stay in modeling",
        outside(MODELING, "org.apache.commons.math3..", "org.tribuo..")
            .because("models are made in one place"));
    rules.put(
        "the terminal stays in the program",
        outside(
                CLI,
                "picocli..",
                "me.tongfei.progressbar..",
                "org.jline..",
                "io.prometheus..",
                "ch.qos.logback..",
                "java.io.Console")
            .because("an embedding program has no terminal"));
    rules.put(
        "only modules and settings are public in adapters",
        classes()
            .that()
            .resideInAnyPackage(DUCKDB, LEGACY, PLUGINS, REPORT_ROOT, SYSTEM, MODELING_ROOT)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Module")
            .orShould()
            .haveSimpleNameEndingWith("Settings")
            .orShould()
            .beAssignableTo(HistoryImporter.class)
            .because(
                "whoever wires an adapter needs its module and its settings, service loaders make"
                    + " importers, and nobody needs the rest"));
  }

  private static void inside(Map<String, ArchRule> rules) {
    rules.put(
        "the numeric core does not know the domain",
        noClasses()
            .that(
                resideInAPackage(MODELING)
                    .and(DescribedPredicate.not(resideInAnyPackage(MODELING_ROOT, PREPARATION))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DOMAIN)
            .because("models work on numbers and read like the paper that they come from"));
    rules.put(
        "models know nothing of intervals",
        noClasses()
            .that()
            .resideInAPackage("org.updateall.modeling.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.updateall.modeling.conformal..", "org.updateall.modeling.evaluation..")
            .because("calibration wraps models, whatever they are"));
    rules.put(
        "packages have no cycles",
        slices()
            .matching("org.updateall.(**)")
            .should()
            .beFreeOfCycles()
            .because("what depends on itself cannot be read from either end"));
  }

  private static void habits(Map<String, ArchRule> rules) {
    rules.put(
        "time comes from a clock that is handed in",
        noClasses()
            .that()
            .resideOutsideOfPackages(BOOTSTRAP, CLI)
            .and()
            .doNotHaveFullyQualifiedName(FLEET_JOB)
            .should()
            .accessTargetWhere(readsTheTime())
            .because("results must not depend on when a test runs"));
    rules.put(
        "randomness comes from a generator that is handed in",
        noClasses()
            .that()
            .resideOutsideOfPackages(BOOTSTRAP, CLI)
            .should()
            .accessTargetWhere(drawsUnseeded())
            .because("the same history must give the same forecast"));
    rules.put(
        "times are never java.sql.Timestamp or java.util.Date",
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Timestamp")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("both carry the machine's zone into what must be UTC"));
    rules.put(
        "nothing is serialised the Java way",
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
            .because("reading such a file runs whatever is in it"));
    rules.put(
        "no method declares a Try",
        methods()
            .should()
            .notHaveRawReturnType("io.vavr.control.Try")
            .because("its failure side hides defects"));
    rules.put(
        "nobody prints but the program",
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .and()
            .doNotHaveFullyQualifiedName(FLEET_JOB)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("an embedding program owns its streams"));
  }

  /** Classes of that package may depend on it, on these, and on what any module may use. */
  private static ArchRule only(String own, String... others) {
    List<String> allowed = new ArrayList<>(List.of(EVERYWHERE));
    allowed.add(own);
    allowed.addAll(Arrays.asList(others));
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
  }

  private static ArchRule outside(String home, String... technologies) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages(technologies)).or(named(technologies)));
  }

  private static String[] packages(String... names) {
    return Stream.of(names).filter(name -> name.endsWith("..")).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> classNames = Set.of(names);
    return DescribedPredicate.describe(
        "named", javaClass -> classNames.contains(javaClass.getFullName()));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
    return DescribedPredicate.describe(
        "reads the machine's time",
        call -> {
          String name = call.getTarget().getName();
          JavaClass owner = call.getTargetOwner();
          boolean now = name.equals("now") && owner.getPackageName().equals("java.time");
          boolean system = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
          boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
          return now || system || clock;
        });
  }

  private static boolean hasNoParameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().isEmpty();
  }

  private static DescribedPredicate<JavaAccess<?>> drawsUnseeded() {
    return DescribedPredicate.describe(
        "draws numbers from a generator that nobody seeded",
        call -> {
          JavaClass owner = call.getTargetOwner();
          boolean unseeded =
              call.getTarget().getName().equals("<init>")
                  && hasNoParameters(call)
                  && (owner.isEquivalentTo(Random.class)
                      || owner.isEquivalentTo(SplittableRandom.class)
                      || owner.isEquivalentTo(SecureRandom.class));
          boolean shared =
              owner.isEquivalentTo(ThreadLocalRandom.class)
                  || (owner.isEquivalentTo(Math.class)
                      && call.getTarget().getName().equals("random"))
                  || (owner.isEquivalentTo(UUID.class)
                      && call.getTarget().getName().equals("randomUUID"));
          return unseeded || shared;
        });
  }
}
