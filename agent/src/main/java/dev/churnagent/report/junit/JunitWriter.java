package dev.churnagent.report.junit;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.FindingKind;
import dev.churnagent.report.finding.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a verdict as one test suite in the form that Surefire writes and build servers read.
 *
 * <p>Each limit on each subject is a test case: its class is {@code churn.} and the limit's key, so
 * that servers show limits of one kind together; its name is the limit as written and the subject
 * without its line, so that its history goes on when code moves. Violated is a failure, accepted is
 * skipped, not measured is an error. One more case says whether everything was measured; if not, it
 * is an error, and limits that seem to hold are skipped, since nobody knows.
 */
public final class JunitWriter {
  /** The file's name where nobody gave another. */
  public static final String FILE = "TEST-churn.xml";

  private static final String PACKAGE = "churn.";
  private static final String MEASURED = "everything was measured";

  private JunitWriter() {}

  /**
   * Writes the whole file; does not close the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Outcome outcome, OutputStream out) throws IOException {
    List<TestCase> cases = cases(outcome);
    XmlText xml = new XmlText();
    xml.open(0, "testsuite").attribute("name", "churn");
    count(xml, "tests", cases, null);
    count(xml, "failures", cases, TestCase.FAILURE);
    count(xml, "errors", cases, TestCase.ERROR);
    count(xml, "skipped", cases, TestCase.SKIPPED);
    xml.attribute("time", "0");
    Report.Run run = outcome.reports().get(0).run();
    if (run != null) {
      xml.attribute("timestamp", timestamp(run.startedAt())).attribute("hostname", run.host());
    }
    xml.elements();
    for (TestCase one : cases) {
      one.write(xml);
    }
    xml.close(0, "testsuite");
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void count(XmlText xml, String name, List<TestCase> cases, String element) {
    int count = 0;
    for (TestCase one : cases) {
      count += element == null || element.equals(one.element()) ? 1 : 0;
    }
    xml.attribute(name, Integer.toString(count));
  }

  /** Seconds, without the zone: so the schemas of old want it. */
  private static String timestamp(String at) {
    int seconds = "2026-11-22T15:30:12".length();
    return at == null || at.length() < seconds ? null : at.substring(0, seconds);
  }

  private static List<TestCase> cases(Outcome outcome) {
    List<TestCase> cases = new ArrayList<>();
    if (outcome.findings().isEmpty()) {
      cases.add(new TestCase("churn.limits", "limits", TestCase.SKIPPED, "no limits were set"));
    }
    if (!outcome.findings().isEmpty() || !outcome.isMeasured()) {
      cases.add(measurement(outcome));
    }
    for (Finding finding : outcome.findings()) {
      cases.add(of(finding, outcome.isMeasured()));
    }
    return cases;
  }

  private static TestCase measurement(Outcome outcome) {
    FindingKind kind = FindingKind.INCOMPLETE;
    String className = PACKAGE + kind.id();
    if (outcome.isMeasured()) {
      return new TestCase(className, MEASURED, null, null);
    }
    String all = String.join("\n", outcome.incomplete());
    return new TestCase(
        className,
        MEASURED,
        TestCase.ERROR,
        "not everything was measured: " + outcome.incomplete().get(0),
        kind.id(),
        all);
  }

  private static TestCase of(Finding finding, boolean isMeasured) {
    String className = PACKAGE + finding.kind().id();
    String name = finding.result().limit() + ": " + finding.name();
    String verdict = finding.result().verdict();
    String detail = finding.result().detail();
    if (verdict == null) {
      return new TestCase(
          className,
          name,
          TestCase.ERROR,
          LimitResults.compared(finding.result()),
          FindingKind.INCOMPLETE.id(),
          finding.message());
    }
    if (finding.isViolated()) {
      return new TestCase(
          className,
          name,
          TestCase.FAILURE,
          finding.result().subject() + ": " + LimitResults.compared(finding.result()),
          finding.kind().id(),
          story(finding));
    }
    if (verdict.equals(LimitResults.ACCEPTED)) {
      String reason = detail == null ? "accepted" : "accepted: " + detail;
      return new TestCase(className, name, TestCase.SKIPPED, reason);
    }
    return isMeasured
        ? new TestCase(className, name, null, null)
        : new TestCase(
            className, name, TestCase.SKIPPED, "seems to hold, but not everything was measured");
  }

  private static String story(Finding finding) {
    StringBuilder text = new StringBuilder(finding.kind().summary());
    text.append('\n').append(finding.message());
    if (finding.place() != null) {
      text.append("\nat ").append(finding.place().pathOrName());
      if (finding.place().line() != null) {
        text.append(':').append(finding.place().line());
      }
    }
    return text.toString();
  }
}
