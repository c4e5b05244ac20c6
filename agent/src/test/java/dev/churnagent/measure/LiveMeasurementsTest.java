package dev.churnagent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import dev.churnagent.recorder.call.CallRecorder;
import dev.churnagent.recorder.call.MethodTable;
import dev.churnagent.recorder.call.RequestTable;
import dev.churnagent.recorder.call.ThreadContexts;
import dev.churnagent.values.SecretNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements on a true journal, and connections that do not exist. */
class LiveMeasurementsTest {
  private static final int OWN_STACK = 0;
  private static final int RUNNER_STACK = 1;

  @TempDir Path directory;
  private JournalWriter journal;
  private Faults faults;
  private MethodTable methods;
  private ThreadContexts contexts;
  private CallRecorder calls;
  private LiveMeasurements measurements;
  private final List<String> unhooked = new ArrayList<>();
  private long clock;
  private int port = 1000;

  @BeforeEach
  void start() throws IOException, ConfigurationException {
    Instant now = Instant.ofEpochSecond(1_700_000_000L);
    Path file = directory.resolve("journal.churn");
    // At least two segments.
    journal = JournalWriter.create(file, 2 << 20, now, System.nanoTime(), 1);
    journal.appendPayload(
        RecordType.RUN_STARTED,
        0,
        PayloadOutput.run(
            new RunInfo(
                "run", 1, null, null, null, null, null, now, List.of("com.acme.**"), false)));
    define(0, "com.acme.Client");
    define(1, "org.junit.platform.Runner");
    journal.appendPayload(RecordType.FRAME_DEFINED, 0, PayloadOutput.frame(0, "open", 7));
    journal.appendPayload(RecordType.FRAME_DEFINED, 1, PayloadOutput.frame(1, "run", 9));
    journal.appendPayload(
        RecordType.STACK_DEFINED, OWN_STACK, PayloadOutput.stack(new int[] {0}, 1));
    journal.appendPayload(
        RecordType.STACK_DEFINED, RUNNER_STACK, PayloadOutput.stack(new int[] {0, 1}, 2));
    Endpoint endpoint = new Endpoint(Transport.TCP, "127.0.0.1:80", null, null);
    journal.appendPayload(RecordType.ENDPOINT_DEFINED, 0, PayloadOutput.endpoint(endpoint));
    faults = new Faults(journal);
    methods = new MethodTable(journal, faults);
    contexts = new ThreadContexts(journal, faults, new StackRecorder(journal, faults));
    calls =
        new CallRecorder(
            journal,
            faults,
            methods,
            new RequestTable(journal, faults),
            contexts,
            new SecretNames(List.of()),
            1);
    measurements = with(file);
  }

  private void define(int id, String type) {
    CodeOrigin origin = new CodeOrigin(type, "Client.java", "file:/app/", null, false);
    journal.appendPayload(RecordType.CLASS_DEFINED, id, PayloadOutput.origin(origin));
  }

  private LiveMeasurements with(Path file) {
    Hooks hooks =
        new Hooks() {
          @Override
          public void followWork() {}

          @Override
          public List<String> unhooked() {
            return unhooked;
          }
        };
    return new LiveMeasurements(journal, faults, calls, hooks, file, List.of());
  }

  @AfterEach
  void end() {
    journal.end(EndReason.SHUTDOWN);
  }

  private record Open(long at, int port, int stack) {}

  /** As the recorder of connections does it. */
  private Open connect(int stack) {
    Open open = new Open(++clock, ++port, stack);
    int scope = contexts.scopeId();
    int detail = scope < 0 ? 0 : 1;
    journal.appendEvent(RecordType.CONNECTION_ESTABLISHED, detail, open.port, open.at, stack, 0, 1);
    if (scope >= 0) {
      journal.appendConnectionInScope(open.at, stack, 0, open.port, scope);
    }
    return open;
  }

  private void connect(int stack, int times) {
    for (int i = 0; i < times; i++) {
      connect(stack);
    }
  }

  private void close(Open open) {
    long at = ++clock;
    journal.appendEvent(
        RecordType.CONNECTION_CLOSED, 1, open.port, at, open.stack, 0, at - open.at);
  }

  private Map<String, Object> measure(Runnable code) {
    Object token = measurements.begin(Map.of());
    code.run();
    return measurements.end(token);
  }

  @Test
  void shouldCountWhatIsOpenedWithin() {
    connect(RUNNER_STACK, 3);
    Map<String, Object> figures = measure(() -> connect(OWN_STACK, 4));
    connect(RUNNER_STACK, 3);
    assertThat(figures)
        .containsEntry("connections", 4L)
        .containsEntry("failed", 0L)
        .containsEntry("elsewhere", List.of())
        .containsEntry("problems", List.of());
    assertThat(figures.get("sites"))
        .isEqualTo(
            List.of(
                Map.of(
                    "site",
                    "com.acme.Client.open(Client.java:7)",
                    "connections",
                    4L,
                    "failed",
                    0L,
                    "endpoints",
                    List.of("127.0.0.1:80"))));
    assertThat(measure(() -> {})).containsEntry("connections", 0L);
    assertThat(measure(() -> connect(OWN_STACK, 2))).containsEntry("connections", 2L);
  }

  /** Each that stayed would be handed every record of the run. */
  @Test
  void shouldForgetThoseThatEnded() {
    Measurement outer = (Measurement) measurements.begin(Map.of());
    Measurement inner = (Measurement) measurements.begin(Map.of());
    assertThat(outer.live.open).containsExactly(outer, inner);
    measurements.end(inner);
    assertThat(outer.live.open).containsExactly(outer);
    measurements.end(outer);
    assertThat(outer.live.open).isEmpty();
  }

  @Test
  void shouldCountOpenOnesAndFailures() {
    Open before = connect(OWN_STACK);
    Map<String, Object> figures =
        measure(
            () -> {
              Open first = connect(OWN_STACK);
              connect(OWN_STACK);
              close(first);
              close(before);
              connect(OWN_STACK);
              journal.appendEvent(
                  RecordType.CONNECT_FAILED_IN_SCOPE,
                  FailureKind.REFUSED.code(),
                  0,
                  ++clock,
                  OWN_STACK,
                  contexts.scopeId(),
                  0);
            });
    assertThat(figures)
        .containsEntry("connections", 3L)
        .containsEntry("openAtEnd", 2L)
        .containsEntry("peakOpen", 2L)
        .containsEntry("failed", 1L)
        .containsEntry("peakPerSecond", 3.0);
  }

  @Test
  void shouldCountNestedOnesInBoth() {
    Object outer = measurements.begin(Map.of());
    connect(OWN_STACK);
    Object scope = calls.scopeStarted(methods.define(true, "com.acme.Test", "runs", "()V", null));
    connect(OWN_STACK);
    Object inner = measurements.begin(Map.of());
    connect(OWN_STACK, 3);
    assertThat(measurements.end(inner)).containsEntry("connections", 3L);
    calls.scopeEnded(scope);
    Object alone = measurements.begin(Map.of("alone", true));
    connect(OWN_STACK, 7);
    assertThat(measurements.end(alone)).containsEntry("connections", 7L);
    assertThat(measurements.end(outer)).containsEntry("connections", 5L);
  }

  @Test
  void shouldNotCountWhatOtherThreadsDoButTellWhatIsNobodys() throws InterruptedException {
    Object token = measurements.begin(Map.of("rates", List.of("2/s", "3/s")));
    connect(OWN_STACK);
    Thread other =
        new Thread(
            () -> {
              connect(RUNNER_STACK, 5);
              Object theirs = measurements.begin(Map.of());
              connect(OWN_STACK, 6);
              assertThat(measurements.end(theirs)).containsEntry("connections", 6L);
              connect(OWN_STACK, 2);
            });
    other.start();
    other.join();
    Map<String, Object> figures = measurements.end(token);
    assertThat(figures).containsEntry("connections", 1L);
    assertThat((List<?>) figures.get("elsewhere"))
        .singleElement()
        .hasFieldOrPropertyWithValue("connections", 2L);
    assertThat((List<?>) figures.get("rates"))
        .extracting(
            each ->
                ((Map<?, ?>) each).get("held") + " " + ((Map<?, ?>) each).get("heldWithElsewhere"))
        .containsExactly("true false", "true true");
  }

  @Test
  void shouldTellWhatMayBeMissing() {
    faults.degraded("some classes were too much");
    faults.degraded("note: worth knowing");
    faults.missed(new IllegalStateException());
    assertThat(measure(() -> {})).containsEntry("problems", List.of("some classes were too much"));
    unhooked.add("com.acme.Odd: was loaded");
    assertThat(measure(() -> faults.missed(new IllegalArgumentException())).get("problems"))
        .asString()
        .contains("some classes were too much", "com.acme.Odd", "1 events were lost meanwhile")
        .contains("the agent failed with java.lang.IllegalArgumentException");
  }

  @Test
  void shouldNotGiveFiguresOnceTheJournalIsFull() {
    Object token = measurements.begin(Map.of());
    connect(OWN_STACK, 40_000);
    assertThat(measurements.end(token).get("problems")).asString().contains("events were lost");
    assertThat(measure(() -> connect(OWN_STACK)).get("fault")).asString().contains("were lost");
  }

  @Test
  void shouldTellTheUsersMistake() {
    Map<String, Object> figures =
        measurements.end(measurements.begin(Map.of("rates", List.of("often"))));
    assertThat(figures).containsOnlyKeys("mistake");
    assertThat(figures.get("mistake")).asString().contains("'often' is not a rate");
    assertThat(contexts.scopeId()).isNegative();
  }

  @Test
  void shouldTellItsOwnFaultAndDoNoHarm() throws IOException {
    measurements = with(Files.write(directory.resolve("odd"), new byte[10]));
    Map<String, Object> figures = measure(() -> connect(OWN_STACK));
    assertThat(figures).containsOnlyKeys("fault");
    assertThat(figures.get("fault")).asString().startsWith("the agent failed with ");
    assertThat(faults.told()).hasSize(1);
    assertThat(contexts.scopeId()).isNegative();
    assertThat(measurements.end("no token")).containsOnlyKeys("fault");
  }

  @Test
  void shouldTellWhereNoFetchesAreRecorded() {
    assertThat((List<?>) measure(() -> {}).get("fetchProblems")).hasSize(1);
  }
}
