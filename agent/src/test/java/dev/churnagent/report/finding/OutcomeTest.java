package dev.churnagent.report.finding;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.SLOW;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {
  @TempDir Path root;

  @BeforeEach
  void makeSources() throws IOException {
    for (String name : List.of("Fast", "Slow", "Flow", "Device")) {
      Path file = root.resolve("src/main/java/com/acme/" + name + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "package com.acme;");
    }
  }

  @Test
  void shouldTellTheWorstFirstWithItsPlace() {
    List<Finding> violated = FindingReports.violated().outcome(root).violated();
    assertThat(violated).extracting(one -> one.result().subject()).containsExactly(FAST, SLOW);
    assertThat(violated.get(0).place())
        .isEqualTo(
            new Place("com.acme.Fast", "run", 7, "src/main/java/com/acme/Fast.java", "Fast.java"));
    assertThat(violated.get(0).message())
        .isEqualTo(FAST + ": 50 connections/s, allowed 5  [max-rate: 5/s]");
  }

  @Test
  void shouldPlaceFetchesAtTheRootOfTheirChain() {
    Place flow =
        report()
            .fail("max-redundant-calls: 0", "run", 4, 0)
            .outcome(root)
            .violated()
            .get(0)
            .place();
    assertThat(flow.pathOrName()).isEqualTo("src/main/java/com/acme/Flow.java");
    assertThat(flow.line()).isEqualTo(42);
    assertThat(flow.qualifiedName()).isEqualTo("com.acme.Flow.run");
    Outcome duplicates =
        report()
            .fail("max-duplicates: 1", FindingReports.REQUEST, 4, 1)
            .fail("max-duplicates: 1", "com.acme.Device#get (1)", 4, 1)
            .fail("max-duplicates: 1", "GET http://other/", 4, 1)
            .outcome(root);
    assertThat(duplicates.findings().get(0).place()).isEqualTo(flow);
    assertThat(duplicates.findings().get(0).message())
        .endsWith("[max-duplicates: 1]. Fetch once in com.acme.Flow#run.");
    assertThat(duplicates.findings().get(1).advice()).isNull();
    assertThat(duplicates.findings().get(1).place().path())
        .isEqualTo("src/main/java/com/acme/Device.java");
    assertThat(duplicates.findings().get(2).place()).isNull();
  }

  @Test
  void shouldPlaceThreadsWithoutCommonCodeAtTheirFirstStep() {
    FindingReports report = new FindingReports().chain("java.lang.Thread#run", "r1", 4, null);
    Place place =
        report.fail("max-redundant-calls: 0", "run", 4, 0).outcome(root).violated().get(0).place();
    assertThat(place.qualifiedName()).isEqualTo("com.acme.Step.go");
    assertThat(place.pathOrName()).isEqualTo("com/acme/Step.java");
  }

  @Test
  void shouldPlacePortsAtWhoHeldMost() {
    String held = "windows: most at 12:00:00; held by " + SLOW + " 812, " + FAST + " 3";
    Outcome outcome =
        report()
            .site("com.acme.SlowerThanAnyOther", "run", "Slow.java", 9, 1)
            .limit("max-port-use: 1% (on windows)", "run", 5.0, 1, "fail", held)
            .limit("max-port-use: 1%", "run", 5.0, 1, "fail", "windows: most at 12:00:00")
            .outcome(root);
    assertThat(outcome.findings().get(0).place().className()).isEqualTo("com.acme.Slow");
    assertThat(outcome.findings().get(1).place()).isNull();
    assertThat(outcome.pathOf(outcome.findings().get(1))).isEqualTo("churn.yaml");
    assertThat(Outcome.lineOf(outcome.findings().get(1))).isEqualTo(1);
  }

  @Test
  void shouldKeepFingerprintsWhenLinesMeasuresAndAllowancesChange() {
    Finding before = report().fail("max-rate: 5/s", FAST, 50, 5).outcome().findings().get(0);
    Finding after =
        report()
            .fail("max-rate: 6/s", FAST.replace(":7", ":1234"), 60, 6)
            .outcome()
            .findings()
            .get(0);
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    Finding otherSite = report().fail("max-rate: 5/s", SLOW, 50, 5).outcome().findings().get(0);
    Finding otherKind = report().fail("max-open: 5", FAST, 50, 5).outcome().findings().get(0);
    Finding otherPattern =
        report().fail("max-rate: 5/s (site com.**)", FAST, 50, 5).outcome().findings().get(0);
    assertThat(
            List.of(
                before.fingerprint(),
                otherSite.fingerprint(),
                otherKind.fingerprint(),
                otherPattern.fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldTellLinesOfOneMethodApartByTheirOrder() {
    String first = "com.acme.Fast.run(Fast.java:7)";
    String second = "com.acme.Fast.run(Fast.java:12)";
    Outcome one =
        report()
            .fail("max-open: 5", second, 9, 5)
            .fail("max-open: 5", first, 6, 5)
            .fail("max-open: 6", first, 7, 6)
            .outcome();
    assertThat(one.findings())
        .extracting(Finding::name)
        .containsExactly(
            "com.acme.Fast.run(Fast.java) #2",
            "com.acme.Fast.run(Fast.java)",
            "com.acme.Fast.run(Fast.java)");
    assertThat(one.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    Outcome swapped =
        report().fail("max-open: 5", first, 9, 5).fail("max-open: 5", second, 6, 5).outcome();
    assertThat(swapped.findings().get(0).name()).isEqualTo("com.acme.Fast.run(Fast.java)");
    assertThat(swapped.findings().get(1).name()).isEqualTo("com.acme.Fast.run(Fast.java) #2");
  }

  @Test
  void shouldNeverPassWhatWasNotMeasured() {
    assertThat(report().outcome().sentence()).isEqualTo("NONE: no limits were set");
    FindingReports held = report().limit("max-open: 5", FAST, 3.0, 5, "pass", null);
    assertThat(held.outcome().verdict()).isEqualTo("pass");
    assertThat(held.outcome().sentence()).isEqualTo("PASS: 1 check held");
    assertThat(held.lost(3).outcome().verdict()).isNull();
    assertThat(held.outcome().sentence()).startsWith("UNKNOWN: ");
    FindingReports violated = FindingReports.violated().degraded("the disk was full");
    assertThat(violated.outcome().verdict()).isEqualTo("fail");
    assertThat(violated.outcome().sentence())
        .isEqualTo("FAIL: 2 of 2 checks violated, and not everything was measured");
    FindingReports unknown = report().limit("max-duplicates: 1", "run", null, 1, null, null);
    assertThat(unknown.outcome().verdict()).isNull();
    assertThat(unknown.outcome().isMeasured()).isFalse();
  }

  @Test
  void shouldNameTheFileOfTheLimitsOnlyBelowTheRoot() {
    Outcome outside =
        Outcome.of(
            report().fail("max-open: 1", "run", 3, 1).build(),
            new SourceTree(root.resolve("src"), root.resolve("churn.yaml")));
    assertThat(outside.configPath()).isNull();
    assertThat(outside.pathOf(outside.findings().get(0))).isEqualTo("churn.yaml");
    assertThat(new SourceTree(root, root.resolve("etc/limits.yaml")).configPath())
        .isEqualTo("etc/limits.yaml");
  }
}
