package dev.churnagent.gate;

import static dev.churnagent.gate.Accepted.COUNT;
import static dev.churnagent.gate.Accepted.RATE;
import static dev.churnagent.gate.Accepted.TODAY;
import static dev.churnagent.gate.Accepted.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.config.BaselineFile;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.report.Tolerance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineReaderTest {
  private static final String ENTRY = "{\"limit\": \"l\", \"subject\": \"s\", \"measured\": 1}";

  @TempDir Path directory;

  @Test
  void shouldReadWhatWasWritten() throws Exception {
    Baseline baseline =
        new Baseline(
            "b.json",
            new Tolerance(12.5),
            List.of(entry(COUNT, "a.\"Ä\".run", 50, TODAY), entry(RATE, "a.B.run", 5.25)));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    BaselineWriter.write(baseline, written);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "schema" : "churn-baseline/1",
              "tolerancePercent" : 12.5,
              "entries" : [
                {
                  "limit" : "max-connections: 10",
                  "subject" : "a.\\"Ä\\".run",
                  "measured" : 50,
                  "unit" : "connections",
                  "accepted" : "2026-10-01",
                  "expires" : "2026-11-25",
                  "reason" : "known: 50.0"
                },
                {
                  "limit" : "max-rate: 5/s",
                  "subject" : "a.B.run",
                  "measured" : 5.25,
                  "unit" : "connections/s",
                  "accepted" : "2026-10-01",
                  "reason" : "known: 5.25"
                }
              ]
            }
            """);
    assertThat(read(written.toString(StandardCharsets.UTF_8))).isEqualTo(baseline);
  }

  @Test
  void shouldReadWhatAPersonWrote() throws Exception {
    Baseline read =
        read(
            "\ufeff{\"entries\": [{\"subject\": \"a.A$1.run(A.java:7)\", \"limit\": \"max-open: 1\","
                + " \"measured\": 7, \"expires\": null}], \"schema\": \"churn-baseline/1\"}");
    assertThat(read.tolerance()).isEqualTo(Tolerance.DEFAULT);
    BaselineEntry entry = read.entries().get(0);
    assertThat(entry.subject()).isEqualTo("a.A$*.run");
    assertThat(entry.reason()).isEqualTo(BaselineEntry.NO_REASON);
    assertThat(entry.expires()).isNull();
    assertThat(read("{\"schema\": \"churn-baseline/1\", \"entries\": []}").entries()).isEmpty();
    assertThat(BaselineReader.read(null)).isNull();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("", "b.json: '' is not a baseline; allowed is a JSON object"),
        mistake("[]", "b.json: a list is not a baseline"),
        mistake("{\"schema\": ", "b.json: line 1, column 12: malformed JSON: Unexpected end"),
        mistake("{'a': 1}", "b.json: line 1, column 2: malformed JSON: "),
        mistake("{} {}", "b.json: line 1, column 4: more stands behind the end"),
        mistake("{}", "b.json: schema: is missing; allowed is churn-baseline/1"),
        mistake(
            "{\"schema\": \"churn-report/1\", \"entries\": []}",
            "b.json: schema: 'churn-report/1' is not known; allowed is churn-baseline/1"),
        mistake("{\"schema\": \"churn-baseline/1\"}", "b.json: entries: is missing"),
        mistake(
            "{\"schema\": 1}",
            "b.json: line 1, column 2: schema: '1' is no text; allowed is a text"),
        mistake(
            "{\"scheme\": 1}",
            "b.json: line 1, column 2: scheme: unknown key; did you mean 'schema'? known: schema,"),
        mistake(
            "{\"entries\": [],\n \"entries\": []}",
            "b.json: line 2, column 2: entries: given twice"),
        mistake(
            "{\"tolerancePercent\": \"10\"}",
            "b.json: line 1, column 2: tolerancePercent: '10' is no such number; allowed is a number"
                + " from 0 to 1000"),
        mistake("{\"tolerancePercent\": -1}", "tolerancePercent: '-1' is no such number"),
        mistake("{\"tolerancePercent\": 1001}", "tolerancePercent: '1001' is no such number"),
        mistake(
            "{\"entries\": {}}",
            "b.json: line 1, column 2: entries: an object is not a list; allowed is a list of"),
        mistake(
            "{\"entries\": [" + ENTRY + ",\n 5]}",
            "b.json: line 2, column 2: entries[1]: '5' is not an entry; allowed is a JSON object"),
        mistake(
            "{\"entries\": [\n{\"subject\": \"s\", \"measured\": 1}]}",
            "b.json: line 2, column 1: entries[0]: has no 'limit'; each entry needs limit, subject"
                + " and measured"),
        mistake("{\"entries\": [{\"limit\": \"l\", \"measured\": 1}]}", "has no 'subject'"),
        mistake("{\"entries\": [{\"limit\": \"l\", \"subject\": \"s\"}]}", "has no 'measured'"),
        mistake("{\"entries\": [{}]}", "entries[0]: has no 'limit'"),
        mistake(
            inEntry("\"limit\": \" \""),
            "entries[0].limit: ' ' is no text; allowed is a text that is"),
        mistake(inEntry("\"subject\": null"), "entries[0].subject: 'null' is no text"),
        mistake(
            inEntry("\"measured\": \"1\""),
            "b.json: line 1, column 15: entries[0].measured: '1' is no such number; allowed is a"
                + " number of at least 0"),
        mistake(inEntry("\"measured\": -0.1"), "entries[0].measured: '-0.1' is no such number"),
        mistake(inEntry("\"measured\": 1e999"), "entries[0].measured: '1e999' is no such number"),
        mistake(inEntry("\"measured\": [1]"), "entries[0].measured: a list is no such number"),
        mistake(
            inEntry("\"expires\": \"2026-02-30\""),
            "entries[0].expires: '2026-02-30' is no date; allowed is a date such as 2026-12-31"),
        mistake(inEntry("\"expires\": \"30d\""), "entries[0].expires: '30d' is no date"),
        mistake(inEntry("\"expires\": 20261231"), "entries[0].expires: '20261231' is no date"),
        mistake(inEntry("\"accepted\": \"today\""), "entries[0].accepted: 'today' is no date"),
        mistake(inEntry("\"reason\": \"\""), "entries[0].reason: '' is no text"),
        mistake(
            inEntry("\"expire\": \"2026-12-31\""),
            "entries[0].expire: unknown key; did you mean 'expires'? known: limit, subject,"),
        mistake(inEntry("\"limit\": \"a\", \"limit\": \"b\""), "entries[0].limit: given twice"));
  }

  private static String inEntry(String field) {
    return "{\"entries\": [{" + field + "}]}";
  }

  private static Arguments mistake(String text, String message) {
    return Arguments.of(text, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldRefuseAMistakeWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("b.json: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldRefuseAFileThatCannotBeRead() {
    assertThatThrownBy(() -> BaselineReader.read(file("none.json")))
        .hasMessage(
            "baseline: 'none.json' does not exist; allowed is the path of a file that 'check"
                + " --write-baseline' wrote");
    assertThatThrownBy(() -> BaselineReader.read(file(".")))
        .hasMessageStartingWith("baseline: '.' is a directory; allowed is");
  }

  private Baseline read(String text) throws IOException, ConfigurationException {
    Files.writeString(directory.resolve("b.json"), text);
    return BaselineReader.read(file("b.json"));
  }

  private BaselineFile file(String name) {
    return new BaselineFile(directory.resolve(name), "baseline", name);
  }
}
