package dev.churnagent.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.TestReports;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.ChainDiff;
import dev.churnagent.report.diff.Diff.Figure;
import dev.churnagent.report.diff.Diff.LimitDiff;
import dev.churnagent.report.diff.Diff.SiteDiff;
import dev.churnagent.report.text.TextDiffWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffBuilderTest {
  private final TwoRuns before = TwoRuns.run("old");
  private final TwoRuns after = TwoRuns.run("new");

  @Test
  void shouldTellNothingOfTheSameRun() {
    TwoRuns run = before.site("run", 7, 100, 20).chain("a.Flow#run", 8).endpoint("h:80", 100);
    Diff diff = DiffBuilder.of(run.report(), run.report(), Tolerance.EXACT);
    assertThat(diff.verdict()).isEqualTo("same");
    assertThat(diff.notes()).containsExactly("Both are the same run.");
    assertThat(diff.sites()).extracting(SiteDiff::change).containsExactly("same");
    assertThat(diff.totals()).extracting(Figure::change).containsOnly("same");
  }

  @Test
  void shouldTellNoiseFromChange() {
    before.site("run", 7, 100, 50);
    assertThat(change(TwoRuns.run("new").site("run", 7, 110, 55))).isEqualTo("same");
    assertThat(change(TwoRuns.run("new").site("run", 7, 111, 50))).isEqualTo("worse");
    assertThat(change(TwoRuns.run("new").site("run", 7, 100, 55.1))).isEqualTo("worse");
    assertThat(change(TwoRuns.run("new").site("run", 7, 90, 45))).isEqualTo("same");
    assertThat(change(TwoRuns.run("new").site("run", 7, 89, 50))).isEqualTo("better");
    assertThat(change(TwoRuns.run("new").site("run", 7, 89, 56)))
        .as("what is worse is never hidden by what is better")
        .isEqualTo("worse");
    Diff exact =
        DiffBuilder.of(
            before.report(), TwoRuns.run("new").site("run", 7, 101, 50).report(), Tolerance.EXACT);
    assertThat(exact.sites().get(0).change()).isEqualTo("worse");
    assertThat(exact.verdict()).isEqualTo("worse");
    assertThat(exact.tolerancePercent()).isZero();
  }

  @Test
  void shouldTakeARatesOneConnectionForNoise() {
    before.site("run", 7, 100, 5);
    assertThat(change(TwoRuns.run("new").site("run", 7, 100, 6))).isEqualTo("same");
    assertThat(change(TwoRuns.run("new").site("run", 7, 100, 7))).isEqualTo("worse");
  }

  private String change(TwoRuns other) {
    Diff diff = DiffBuilder.of(before.report(), other.report(), Tolerance.DEFAULT);
    assertThat(diff.sites()).hasSize(1);
    return diff.sites().get(0).change();
  }

  @Test
  void shouldFindASiteWhoseLineMoved() {
    before.site("run", 7, 100, 5).site("run", 9, 10, 1).site("<init>", null, 3, 1);
    // In a report the sites with the most connections stand first, whatever their lines are.
    after.site("run", 109, 500, 1).site("run", 107, 100, 5).site("<init>", null, 3, 1);
    Diff diff = diff();
    assertThat(diff.sites()).hasSize(3);
    SiteDiff worst = diff.sites().get(0);
    assertThat(worst.site()).isEqualTo("a.A.run");
    assertThat(worst.before()).isEqualTo("run:9");
    assertThat(worst.after()).isEqualTo("run:109");
    assertThat(worst.beforeLine()).isEqualTo(9);
    assertThat(worst.afterLine()).isEqualTo(109);
    assertThat(worst.change()).isEqualTo("worse");
    assertThat(diff.sites()).extracting(SiteDiff::change).containsExactly("worse", "same", "same");
  }

  @Test
  void shouldFindASiteInARenumberedAnonymousClass() {
    Diff diff =
        DiffBuilder.of(
            TestReports.of(TestReports.churn()),
            TestReports.of(TestReports.churn()),
            Tolerance.DEFAULT);
    assertThat(diff.verdict()).isEqualTo("same");
    before.chain("a.Flow$1#run", 8);
    after.chain("a.Flow$2#run", 8);
    assertThat(diff().chains()).extracting(ChainDiff::change).containsExactly("same");
  }

  @Test
  void shouldKnowThatWhereNothingWasEstablishedTheRateIsZero() {
    before.site("run", 7, 0, 0);
    after.site("run", 7, 3, 3);
    Figure rate = figure(diff().sites().get(0).figures(), "peakRatePerSecond");
    assertThat(rate).isEqualTo(new Figure("peakRatePerSecond", 0.0, 3.0, "worse"));
  }

  @Test
  void shouldTellASiteThatIsNewInAMethodThatHadOthers() {
    before.site("run", 7, 100, 5);
    after.site("run", 5, 20, 5).site("run", 9, 100, 5);
    Diff diff = diff();
    assertThat(diff.sites()).extracting(SiteDiff::change).containsExactly("new", "same");
    assertThat(diff.sites().get(0).after()).isEqualTo("run:5");
    assertThat(diff.sites().get(0).before()).isNull();
  }

  @Test
  void shouldPutTheWorstFirst() {
    before.site("a", 1, 100, 5).site("b", 1, 10, 5).site("c", 1, 10, 5).site("e", 1, 9, 5);
    after.site("a", 1, 150, 5).site("c", 1, 10, 5).site("d", 1, 70, 5).site("e", 1, 1, 1);
    Diff diff = diff();
    assertThat(diff.sites())
        .extracting(site -> site.change() + " " + site.site())
        .containsExactly("new a.A.d", "worse a.A.a", "gone a.A.b", "better a.A.e", "same a.A.c");
    assertThat(diff.verdict()).isEqualTo("mixed");
    Figure gone = diff.sites().get(2).figures().get(0);
    assertThat(gone).isEqualTo(new Figure("connections", 10.0, null, "same"));
  }

  @Test
  void shouldSayBetterWhenNothingIsWorse() {
    before.site("a", 1, 100, 5).site("b", 1, 10, 5).chain("a.Flow#run", 8);
    after.site("a", 1, 50, 5).chain("a.Flow#run", 0);
    Diff diff = diff();
    assertThat(diff.verdict()).isEqualTo("better");
    assertThat(diff.chains().get(0).change()).isEqualTo("better");
  }

  @Test
  void shouldFindChainsByShapeRootAndTarget() {
    String url = "GET http://127.0.0.1:40001/a";
    before
        .chain("loop", "a.Flow#run", url, 8, null)
        .chain("sequence", "a.Flow#run", url, 5, null)
        .chain("loop", "a.Other#run", url, 2, null);
    after
        .chain("loop", "a.Flow#run", "GET http://127.0.0.1:50001/a", 20, null)
        .chain("nested", "a.Flow#run", url, 5, null)
        .chain("loop", "a.Other#run", url, 2, null);
    Diff diff = diff();
    assertThat(diff.chains())
        .extracting(chain -> chain.change() + " " + chain.shape())
        .containsExactly("worse loop", "new nested", "gone sequence", "same loop");
    assertThat(diff.chains().get(0).before()).isEqualTo("chain-0");
    assertThat(figure(diff.totals(), "avoidableCalls"))
        .isEqualTo(new Figure("avoidableCalls", 15.0, 27.0, "worse"));
  }

  @Test
  void shouldLeaveOutChainsThatAreAccepted() {
    before.chain("loop", "a.Flow#run", "a.Device#get", 8, "so be it");
    after.chain("loop", "a.Flow#run", "a.Device#get", 80, "so be it");
    Diff diff = diff();
    assertThat(diff.chains()).isEmpty();
    assertThat(diff.verdict()).isEqualTo("same");
  }

  @Test
  void shouldNotCompareChainsThatWereNotRecorded() {
    before.withoutFetches();
    after.chain("a.Flow#run", 8);
    Diff diff = diff();
    assertThat(diff.chains()).isEmpty();
    assertThat(figure(diff.totals(), "avoidableCalls"))
        .isEqualTo(new Figure("avoidableCalls", null, 8.0, "same"));
    assertThat(diff.verdict()).isEqualTo("same");
    assertThat(diff.notes())
        .containsExactly("The run before (old) recorded no fetches, so chains are not compared.");
  }

  @Test
  void shouldCompareThePortsOfEachSystem() {
    after.windows(2, 111, 10);
    Diff diff = diff();
    assertThat(diff.systems())
        .extracting(system -> system.os() + " " + system.hops() + " " + system.change())
        .containsExactly("windows 2 worse", "linux 1 same");
    assertThat(diff.verdict()).isEqualTo("worse");
    after.windows(3, 100, 10);
    assertThat(figure(diff().systems().get(0).figures(), "hops"))
        .isEqualTo(new Figure("hops", 2.0, 3.0, "worse"));
  }

  @Test
  void shouldFindLoopbackEndpointsWhateverTheirPort() {
    before.endpoint("127.0.0.1:40001", 10).endpoint("10.0.0.1:80", 5);
    after.endpoint("127.0.0.1:50001", 10).endpoint("10.0.0.2:80", 5);
    Diff diff = diff();
    assertThat(diff.endpoints())
        .extracting(endpoint -> endpoint.change() + " " + endpoint.address())
        .containsExactly("new 10.0.0.2:80", "gone 10.0.0.1:80", "same 127.0.0.1:50001");
    assertThat(diff.verdict()).as("call sites tell it").isEqualTo("same");
  }

  @Test
  void shouldCompareVerdictsOfLimits() {
    String at7 = "a.A.run(A.java:7)";
    String at9 = "a.A.run(A.java:9)";
    before
        .limit("l1", at7, 1, "pass")
        .limit("l2", at7, 9, "fail")
        .limit("l3", at7, 9, "accepted")
        .limit("l4", at7, 9, "fail")
        .limit("l5", at7, 1, null)
        .limit("l6", at7, 1, "fail");
    after
        .limit("l1", at9, 9, "fail")
        .limit("l2", at9, 1, "pass")
        .limit("l3", at9, 99, "fail")
        .limit("l4", at9, 9, "fail")
        .limit("l5", at9, 9, "fail")
        .limit("l7", at9, 9, "fail")
        .limit("l8", at9, 1, "pass");
    List<String> changes = new ArrayList<>();
    for (LimitDiff limit : diff().limits()) {
      changes.add(
          limit.limit() + " " + limit.before() + " " + limit.after() + " " + limit.change());
    }
    assertThat(changes)
        .containsExactly(
            "l1 pass fail worse",
            "l3 accepted fail worse",
            "l7 null fail worse",
            "l2 fail pass better",
            "l6 fail null better",
            "l4 fail fail same",
            "l5 null fail same",
            "l8 null pass same");
  }

  @Test
  void shouldCountVerdictsOfLimits() {
    before.limit("l", "run", 1, "pass");
    after.limit("l", "run", 2, "fail");
    assertThat(diff().verdict()).isEqualTo("worse");
  }

  @Test
  void shouldSayWhatMakesRunsHardToCompare() {
    before.lasting(10).killed();
    after.lasting(20).degraded("no hook on X").site("run", 1, 10, 5);
    Diff diff = diff();
    assertThat(diff.notes())
        .containsExactly(
            "The runs differ in length, 10 s and 20 s: counts grow with the length, peak rates do"
                + " not, and mean rates are told too.",
            "The run before (old) has no end (killed, halted, crashed or still running).",
            "The run after (new) was not wholly measured: no hook on X.");
    assertThat(figure(diff.totals(), "meanRatePerSecond").after()).isEqualTo(0.5);
    assertThat(figure(diff.sites().get(0).figures(), "meanRatePerSecond").after()).isEqualTo(0.5);
    assertThat(figure(diff.totals(), "durationSeconds"))
        .isEqualTo(new Figure("durationSeconds", 10.0, 20.0, "same"));
    after.lasting(12.5);
    assertThat(diff().notes()).hasSize(2);
    assertThat(diff().totals()).extracting(Figure::name).doesNotContain("meanRatePerSecond");
  }

  @Test
  void shouldWriteJsonAsDocumented() throws IOException {
    before.site("run", 7, 100, 50).chain("a.Flow#run", 8).endpoint("h:80", 9).failed(1);
    after.site("run", 9, 120, 51.5).chain("a.Flow#run", 9).endpoint("h:80", 9);
    before.limit("l", "run", 1, "pass");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonDiffWriter.write(diff(), out);
    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "verdict",
            "tolerancePercent",
            "before",
            "after",
            "notes",
            "totals",
            "sites",
            "chains",
            "endpoints",
            "systems",
            "limits");
    assertThat(json.get("schema").asText()).isEqualTo("churn-diff/1");
    assertThat(json.get("verdict").asText()).isEqualTo("mixed");
    assertThat(json.get("tolerancePercent").toString()).isEqualTo("10");
    assertThat(json.get("before").toString())
        .isEqualTo(
            "{\"id\":\"old\",\"startedAt\":\"2026-11-22T15:30:12Z\",\"durationSeconds\":10,"
                + "\"complete\":true}");
    assertThat(json.get("totals").get(0).toString())
        .isEqualTo("{\"name\":\"connections\",\"before\":100,\"after\":120,\"change\":\"worse\"}");
    JsonNode site = json.get("sites").get(0);
    assertThat(site.fieldNames())
        .toIterable()
        .containsExactly("site", "before", "after", "beforeLine", "afterLine", "change", "figures");
    assertThat(site.get("figures").get(4).get("after").asDouble()).isEqualTo(51.5);
    assertThat(json.get("limits").get(0).get("after").isNull()).isTrue();
  }

  @Test
  void shouldTellPeople() throws IOException {
    before.site("run", 7, 100, 50).site("old", 3, 4, 1).chain("a.Flow#run", 8).failed(2);
    after.site("run", 9, 178, 50).site("fresh", 5, 6, 2).chain("a.Flow#run", 8);
    StringBuilder text = new StringBuilder();
    TextDiffWriter.write(diff(), text);
    assertThat(text.toString())
        .isEqualTo(
            """
            churn-agent: old (10 s) -> new (10 s)
            Verdict: MIXED (what differs by at most 10 %, or a rate by one connection, counts as the same)

                                    before       after
              connections              104         184  worse (+77 %)
              failed                     2           0  better (-100 %)
              open at once               1           1
              avoidable calls            8           8
              length                  10 s        10 s

            Call sites: 3 changed, 0 the same
              worse  a.A.run:9
                     connections 100 -> 178 (+78 %)
              new    a.A.fresh:5
                     connections 6, open at once 1, highest rate 2/s
              gone   a.A.old:3
                     connections 4, open at once 1, highest rate 1/s

            Chains of repeats: 0 changed, 1 the same

            Ports, as modelled: 0 changed, 2 the same
            """);
  }

  @Test
  void shouldCutLongSections() throws IOException {
    for (int i = 0; i < 12; i++) {
      after.site("m" + i, 1, 5, 1);
    }
    StringBuilder text = new StringBuilder();
    TextDiffWriter.write(diff(), text);
    assertThat(text.toString()).contains("Call sites: 12 changed, 0 the same\n");
    assertThat(text.toString()).contains("  and 2 more (--json has all)\n");
    assertThat(text.toString().lines().filter(line -> line.startsWith("  new"))).hasSize(10);
  }

  private Diff diff() {
    return DiffBuilder.of(before.report(), after.report(), Tolerance.DEFAULT);
  }

  private static Figure figure(List<Figure> figures, String name) {
    for (Figure figure : figures) {
      if (figure.name().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError("no " + name + " in " + figures);
  }
}
