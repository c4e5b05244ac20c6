package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Frame;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentPortsTest {
  private static final long START = 1_000_000_000L;

  private final RecentPorts ports = new RecentPorts();

  @BeforeEach
  void startRun() {
    ports.runStarted(
        new RunInfo(
            "run",
            4711,
            null,
            "Linux",
            "17",
            null,
            null,
            Instant.ofEpochSecond(1),
            List.of(),
            false));
    for (int i = 0; i < 6; i++) {
      ports.stackDefined(i, stack("step" + i));
      String address = i == 5 ? "[fe80::1%eth0]:80" : "10.0.0." + i + ":80";
      ports.endpointDefined(i, new Endpoint(Transport.TCP, address, null, null));
    }
  }

  @Test
  void shouldTellTheSiteOfTheLastUseOfAPort() {
    open(1, 0, 50000);
    close(0, 50000, 10);
    open(2, 0, 50000);

    assertThat(ports.siteOf(50000, "10.0.0.0:80", 0)).isEqualTo("com.acme.A.step2(A.java:7)");
    assertThat(ports.siteOf(50001, "10.0.0.0:80", 0)).isNull();
    assertThat(ports.siteOf(50000, "10.0.0.1:80", 0)).isNull();
    assertThat(ports.pid()).isEqualTo(4711);
  }

  @Test
  void shouldKeepAFewDestinationsOfOnePort() {
    for (int i = 0; i < 5; i++) {
      open(i, i, 50000);
    }

    assertThat(ports.siteOf(50000, "10.0.0.0:80", 0)).isNull();
    for (int i = 1; i < 5; i++) {
      assertThat(ports.siteOf(50000, "10.0.0." + i + ":80", 0)).contains(".step" + i + "(");
    }
  }

  @Test
  void shouldNotTakeAnOlderConnectionForThisOne() {
    open(1, 1, 50000);
    open(2, 2, 50000);
    close(1, 50000, 100);
    ports.runEnded(200, EndReason.NOT_SEEN, 0);

    assertThat(ports.siteOf(50000, "10.0.0.1:80", START + 100)).isNotNull();
    assertThat(ports.siteOf(50000, "10.0.0.1:80", START + 101)).isNull();
    assertThat(ports.siteOf(50000, "10.0.0.2:80", START + 200)).isNotNull();
    assertThat(ports.siteOf(50000, "10.0.0.2:80", START + 201)).isNull();
  }

  @Test
  void shouldDropTheScopeAndBearUnknownStacks() {
    open(-1, 5, 50000);

    assertThat(ports.siteOf(50000, "[fe80::1]:80", 0)).isEqualTo(CallSite.UNKNOWN);
  }

  /** As the report does. */
  @Test
  void shouldTakeTheJarWithTheTestsForTheApplications() {
    CodeOrigin library =
        new CodeOrigin("okhttp3.Call", "Call.java", "file:/x/http.jar", null, false);
    CodeOrigin test = new CodeOrigin("a.ATest", "ATest.java", "file:/x/tests.jar", null, false);
    ports.methodDefined(0, new WatchedMethod(true, "a.ATest", "shouldDo", "()V", null));
    ports.stackDefined(
        6,
        new CallStack(List.of(new Frame(library, "execute", 3), new Frame(test, "shouldDo", 8))));
    open(6, 0, 50000);

    assertThat(ports.siteOf(50000, "10.0.0.0:80", 0)).isEqualTo("a.ATest.shouldDo(ATest.java:8)");
  }

  private void open(int stack, int endpoint, int port) {
    ports.connectionEstablished(1, stack, endpoint, port, 1);
  }

  private void close(int endpoint, int port, long atNanos) {
    ports.connectionClosed(atNanos, 0, endpoint, port, 1, ClosedFirst.LOCAL);
  }

  private static CallStack stack(String method) {
    CodeOrigin origin = new CodeOrigin("com.acme.A", "A.java", null, null, false);
    return new CallStack(List.of(new Frame(origin, method, 7)));
  }
}
