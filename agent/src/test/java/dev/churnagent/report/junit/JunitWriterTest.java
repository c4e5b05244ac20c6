package dev.churnagent.report.junit;

import static dev.churnagent.report.finding.FindingReports.FAST;
import static dev.churnagent.report.finding.FindingReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.finding.FindingReports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The structure is that of Surefire's and Jenkins's schemas, which say the same of what we write:
 * the suite's attributes, cases with a name and a class, and in each at most one element.
 */
class JunitWriterTest {
  private static final Set<String> SUITE =
      Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname");

  private static Element suite(FindingReports report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JunitWriter.write(report.outcome(), out);
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()))
            .getDocumentElement();
    shouldBeAsTheSchemasWant(suite);
    return suite;
  }

  private static void shouldBeAsTheSchemasWant(Element suite) {
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    for (int i = 0; i < suite.getAttributes().getLength(); i++) {
      assertThat(SUITE).contains(suite.getAttributes().item(i).getNodeName());
    }
    assertThat(suite.getAttribute("timestamp"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    assertThat(suite.getAttribute("tests")).isEqualTo(number(suite, "testcase"));
    assertThat(suite.getAttribute("failures")).isEqualTo(number(suite, "failure"));
    assertThat(suite.getAttribute("errors")).isEqualTo(number(suite, "error"));
    assertThat(suite.getAttribute("skipped")).isEqualTo(number(suite, "skipped"));
    List<String> names = new ArrayList<>();
    for (Element one : elements(suite, "testcase")) {
      names.add(one.getAttribute("classname") + one.getAttribute("name"));
      assertThat(one.getAttributes().getLength()).isEqualTo(3);
      assertThat(elements(one, "*")).hasSizeLessThan(2);
      for (Element child : elements(one, "*")) {
        assertThat(child.getTagName()).isIn("failure", "error", "skipped");
        assertThat(child.getAttribute("message")).isNotEmpty();
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  private static String number(Element suite, String tag) {
    return Integer.toString(elements(suite, tag).size());
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void shouldTellEachLimitAsATestCase() throws Exception {
    FindingReports report =
        report()
            .fail("max-rate: 5/s", FAST, 50, 5)
            .limit("max-open: 9", FAST, 3.0, 9, "pass", null)
            .limit("max-connections: 9", FAST, 10.0, 9, "accepted", "until Q3");
    List<Element> cases = elements(suite(report), "testcase");
    assertThat(cases)
        .extracting(one -> one.getAttribute("classname"))
        .containsExactly(
            "churn.incomplete", "churn.max-rate", "churn.max-open", "churn.max-connections");
    assertThat(cases.get(1).getAttribute("name"))
        .isEqualTo("max-rate: 5/s: com.acme.Fast.run(Fast.java)");
    Element failure = elements(cases.get(1), "failure").get(0);
    assertThat(failure.getAttribute("message")).isEqualTo(FAST + ": 50 connections/s, allowed 5");
    assertThat(failure.getAttribute("type")).isEqualTo("max-rate");
    assertThat(failure.getTextContent()).contains("at com/acme/Fast.java:7");
    assertThat(elements(cases.get(0), "*")).isEmpty();
    assertThat(elements(cases.get(2), "*")).isEmpty();
    assertThat(elements(cases.get(3), "skipped").get(0).getAttribute("message"))
        .isEqualTo("accepted: until Q3");
  }

  @Test
  void shouldNeverPassWhatWasNotMeasured() throws Exception {
    FindingReports report =
        report()
            .lost(3)
            .degraded("the disk was full")
            .limit("max-open: 9", FAST, 3.0, 9, "pass", null)
            .limit("max-duplicates: 1", "run", null, 1, null, null);
    Element suite = suite(report);
    assertThat(suite.getAttribute("errors")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    Element error = elements(suite, "error").get(0);
    assertThat(error.getAttribute("message")).contains("the disk was full");
    assertThat(error.getTextContent()).contains("run run-1 lost 3 events");
    assertThat(elements(suite, "error").get(1).getAttribute("message"))
        .isEqualTo("not measured, allowed 1");
  }

  @Test
  void shouldSayThatThereWereNoLimits() throws Exception {
    Element suite = suite(report());
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(elements(suite, "skipped").get(0).getAttribute("message"))
        .isEqualTo("no limits were set");
    assertThat(suite(report().lost(1)).getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void shouldTakeAnyText() throws Exception {
    String bad = "</failure><b a=\"1\">&\u0000\u001b[31m\uD800x\uFFFE]]>\n\t\r";
    Element failure = elements(suite(report().fail("max-open: 1", bad, 2, 1)), "failure").get(0);
    String clean = "</failure><b a=\"1\">&\uFFFD\uFFFD[31m\uFFFDx\uFFFD]]>\n\t\r";
    assertThat(failure.getAttribute("message")).startsWith(clean);
    assertThat(failure.getTextContent()).contains(clean);
    String smile = "a\uD83D\uDE00b";
    failure = elements(suite(report().fail("max-open: 1", smile, 2, 1)), "failure").get(0);
    assertThat(failure.getAttribute("message")).startsWith(smile);
  }
}
