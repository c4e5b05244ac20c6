package dev.churnagent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may use whom: one straight pipeline, wired by {@code agent} and {@code cli} alone. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.churnagent");

  @Test
  void shouldUsePackagesInThePipelinesDirectionOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.churnagent..")
        .withOptionalLayers(true)
        .layer("hook")
        .definedBy("dev.churnagent.hook..")
        .layer("recorder")
        .definedBy("dev.churnagent.recorder..")
        .layer("journal")
        .definedBy("dev.churnagent.journal..")
        .layer("http")
        .definedBy("dev.churnagent.http..")
        .layer("model")
        .definedBy("dev.churnagent.model..")
        .layer("values")
        .definedBy("dev.churnagent.values..")
        .layer("sockets")
        .definedBy("dev.churnagent.sockets..")
        .layer("config")
        .definedBy("dev.churnagent.config..")
        .layer("analysis")
        .definedBy("dev.churnagent.analysis..")
        .layer("report")
        .definedBy("dev.churnagent.report..")
        .layer("measure")
        .definedBy("dev.churnagent.measure..")
        .layer("gate")
        .definedBy("dev.churnagent.gate..")
        .layer("instrument")
        .definedBy("dev.churnagent.instrument..")
        .layer("agent")
        .definedBy("dev.churnagent.agent..")
        .layer("cli")
        .definedBy("dev.churnagent.cli..")
        .whereLayer("hook")
        .mayNotAccessAnyLayer()
        .whereLayer("http")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("sockets")
        .mayNotAccessAnyLayer()
        .whereLayer("values")
        .mayOnlyAccessLayers("model")
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("journal")
        .mayOnlyAccessLayers("model")
        .whereLayer("recorder")
        .mayOnlyAccessLayers("hook", "journal", "model", "values", "http", "sockets")
        .whereLayer("analysis")
        .mayOnlyAccessLayers("model", "config")
        // A report is built straight from journals; everything else it knows comes from analysis.
        .whereLayer("report")
        .mayOnlyAccessLayers("analysis", "model", "config", "journal")
        // Small answers for tests, by the report's analysis and in its words, from a live journal.
        .whereLayer("measure")
        .mayOnlyAccessLayers("hook", "journal", "model", "config", "recorder", "analysis", "report")
        .whereLayer("gate")
        .mayOnlyAccessLayers("report", "analysis", "config")
        // Patterns of methods are the user's; the mapper that only byte code can make is journal's.
        .whereLayer("instrument")
        .mayOnlyAccessLayers("hook", "config", "journal", "recorder")
        .whereLayer("agent")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(OURS);
  }

  @Test
  void shouldKeepTheHookFreeOfEverythingButTheJavaBaseModule() {
    classes()
        .that()
        .resideInAPackage("dev.churnagent.hook..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.churnagent.hook..",
            "java.io..",
            "java.lang",
            "java.lang.annotation..",
            "java.lang.invoke..",
            "java.lang.ref..",
            "java.lang.reflect..",
            "java.math..",
            "java.net..",
            "java.nio..",
            "java.security..",
            "java.time..",
            "java.util",
            "java.util.concurrent..",
            "java.util.function..",
            "javax.net.ssl",
            "jdk.internal..",
            "sun.nio.ch..")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching("dev.churnagent.(*)..").should().beFreeOfCycles().check(OURS);
  }
}
