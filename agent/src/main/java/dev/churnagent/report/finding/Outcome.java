package dev.churnagent.report.finding;

import dev.churnagent.config.Settings;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Unmeasured;
import dev.churnagent.report.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the limits say of one report or of several together, for the formats that tell of it.
 *
 * @param reports what was judged; never empty
 * @param findings every judged limit on every subject, in the reports' and the limits' order
 * @param incomplete what was not measured, one line each; empty if all was
 * @param configPath the file with the limits below the project's root; null if it is not there
 */
public record Outcome(
    List<Report> reports, List<Finding> findings, List<String> incomplete, String configPath) {
  /** Looks every violated limit up in the sources. */
  public static Outcome of(List<Report> reports, SourceTree sources) {
    List<Finding> findings = new ArrayList<>();
    List<String> incomplete = new ArrayList<>();
    FindingNames names = new FindingNames();
    FindingNames identities = new FindingNames();
    for (Report report : reports) {
      add(findings, report, new Places(report, sources), names, identities);
      incomplete.addAll(Unmeasured.of(report));
    }
    return new Outcome(
        List.copyOf(reports),
        Collections.unmodifiableList(findings),
        Collections.unmodifiableList(incomplete),
        sources.configPath());
  }

  /** Of one report. */
  public static Outcome of(Report report, SourceTree sources) {
    return of(List.of(report), sources);
  }

  /** Findings of one name are numbered by their lines, but told in the order of the report. */
  private static void add(
      List<Finding> findings,
      Report report,
      Places places,
      FindingNames names,
      FindingNames identities) {
    Finding[] inOrder = new Finding[report.limits().size()];
    for (int index : FindingNames.byLine(report.limits())) {
      LimitResult result = report.limits().get(index);
      FindingKind kind = FindingKind.ofLimit(result.limit());
      String selectors = FindingNames.selectors(kind, result);
      String subject = FindingNames.withoutLine(result.subject());
      String name = names.unique(result.limit(), subject);
      String identity = FindingNames.fingerprint(selectors, identities.unique(selectors, subject));
      boolean isViolated = LimitResults.FAIL.equals(result.verdict());
      Place place = isViolated ? places.of(kind, result) : null;
      String advice = isViolated ? places.advice(kind, result) : null;
      inOrder[index] = new Finding(kind, result, place, advice, name, identity);
    }
    Collections.addAll(findings, inOrder);
  }

  /** The violated ones, those farthest beyond their allowance first. */
  public List<Finding> violated() {
    List<Finding> violated = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.isViolated()) {
        violated.add(finding);
      }
    }
    Comparator<LimitResult> worstFirst = LimitResults.worstFirst();
    Collections.sort(
        violated,
        new Comparator<>() {
          @Override
          public int compare(Finding one, Finding other) {
            return worstFirst.compare(one.result(), other.result());
          }
        });
    return violated;
  }

  /**
   * The file to show a finding in, where a format must have one: the source file; if it was not
   * found, as it is called below some source folder; if no code is known, the file with the limits.
   */
  public String pathOf(Finding finding) {
    if (finding.place() != null) {
      return finding.place().pathOrName();
    }
    return limitsPath();
  }

  /** The line to show a finding in; 1 if none is known. */
  public static int lineOf(Finding finding) {
    Place place = finding.place();
    return place == null || place.line() == null || place.line() < 1 ? 1 : place.line();
  }

  /** The file with the limits or, if it is not below the project's root, its usual name. */
  public String limitsPath() {
    return configPath == null ? Settings.DEFAULT_FILE : configPath;
  }

  /** Whether everything was measured. */
  public boolean isMeasured() {
    return incomplete.isEmpty();
  }

  /**
   * The verdict of all: {@code fail} if a limit is known to be violated, else null if not all was
   * measured, else {@code pass}, or {@code none} without limits.
   */
  public String verdict() {
    List<LimitResult> results = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      results.add(finding.result());
    }
    String verdict = LimitResults.verdict(results);
    return isMeasured() || LimitResults.FAIL.equals(verdict) ? verdict : null;
  }

  /** The verdict for people, e.g. {@code FAIL: 2 of 5 checks violated}. */
  public String sentence() {
    int violated = violated().size();
    String checks = Numbers.count(findings.size(), "check");
    if (violated > 0) {
      return "FAIL: "
          + Numbers.count(violated)
          + " of "
          + checks
          + " violated"
          + (isMeasured() ? "" : ", and not everything was measured");
    }
    if (!isMeasured()) {
      return "UNKNOWN: nothing measured is violated, but not everything was measured";
    }
    return findings.isEmpty() ? "NONE: no limits were set" : "PASS: " + held(checks);
  }

  private String held(String checks) {
    int accepted = 0;
    for (Finding finding : findings) {
      accepted += LimitResults.ACCEPTED.equals(finding.result().verdict()) ? 1 : 0;
    }
    return accepted == 0
        ? checks + " held"
        : Numbers.count(findings.size() - accepted)
            + " of "
            + checks
            + " held, "
            + Numbers.count(accepted, "violation")
            + " accepted";
  }
}
