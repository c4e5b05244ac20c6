package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableNamesTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.StepA.run(StepA.java:42), com.acme.StepA.run",
    "com.acme.StepA.run, com.acme.StepA.run",
    "com.acme.StepA.<init>(Unknown Source), com.acme.StepA.<init>",
    "com.acme.StepA.run(Native Method), com.acme.StepA.run",
    "com.acme.StepA$1.run(StepA.java:42), com.acme.StepA$*.run",
    "com.acme.StepA$12Local.run(StepA.java), com.acme.StepA$*Local.run",
    "com.acme.StepA$Inner2.run(StepA.java:1), com.acme.StepA$Inner2.run",
    "com.acme.StepA$Inner$3.run(StepA.java:1), com.acme.StepA$Inner$*.run",
    "com.acme.StepA, com.acme.StepA",
    "run, run"
  })
  void shouldNameAPlaceWithoutWhatEditsChange(String frame, String name) {
    assertThat(StableNames.place(frame)).isEqualTo(name);
    assertThat(StableNames.place(name)).as("again").isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET http://127.0.0.1:43123/status | GET http://127.0.0.1:*/status",
        "GET http://localhost:32768/a?b | GET http://localhost:*/a?b",
        "GET http://localhost:32767/a | GET http://localhost:32767/a",
        "GET http://127.0.0.1:8100/status | GET http://127.0.0.1:8100/status",
        "GET http://127.0.0.1/status | GET http://127.0.0.1/status",
        "GET http://10.0.0.1:43123/status | GET http://10.0.0.1:43123/status",
        "GET http://notlocalhost:43123/a | GET http://notlocalhost:43123/a",
        "127.0.0.1:43123 | 127.0.0.1:*",
        "[::1]:60000 | [::1]:*",
        "[::1]:80 | [::1]:80",
        "localhost:430000 | localhost:430000",
        "com.acme.Device$1#get (\"a$1\") | com.acme.Device$*#get (\"a$1\")",
        "unix:/run/x | unix:/run/x"
      })
  void shouldLeaveOutPortsThatTheSystemChose(String target, String name) {
    assertThat(StableNames.target(target)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a.B.c(B.java:42), 42",
    "a.B.c(B.java), -1",
    "a.B.c(B.java:), -1",
    "a.B.c(B.java:4x), -1",
    "a.B.c, -1",
    "a:4, -1"
  })
  void shouldFindTheLine(String frame, int line) {
    assertThat(StableNames.line(frame)).isEqualTo(line);
  }
}
