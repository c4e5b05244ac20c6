package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.Call;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of fetches and scopes comes back as it was written. */
class FetchRecordsTest {
  private static final long BIG = 0x7edcba9876543210L;

  @TempDir Path directory;

  @Test
  void shouldReadWhatARunWasToldToWatch() throws IOException {
    Watching watching = new Watching(true, List.of("a.B#c", "d.**"), List.of("e.F#g*"), BIG);
    RunInfo run =
        new RunInfo(
            "r", 1, "h", "o", "j", "m", "l", JournalBuilder.START, List.of("x.**"), true, watching);
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn"));

    RecordedCalls calls =
        journal.payload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run)).end().read();

    assertThat(calls.lines).first().isEqualTo("runStarted[" + run + "]");
  }

  @Test
  void shouldReadDefinitionsOfFetches() throws IOException {
    WatchedMethod watched = new WatchedMethod(false, "a.B", "get", "()I", "a.B#get");
    WatchedMethod test = new WatchedMethod(true, "a.T", "shouldDo", "()V", null);
    RequestKey key =
        new RequestKey(RequestKind.HTTP, -1, "GET http://h/é", "?a=1", KeyBasis.BOUNDED, -BIG);
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();

    RecordedCalls calls =
        journal
            .payload(RecordType.METHOD_DEFINED, 0, PayloadOutput.method(watched))
            .payload(RecordType.METHOD_DEFINED, 1, PayloadOutput.method(test))
            .payload(RecordType.REQUEST_DEFINED, 7, PayloadOutput.request(key))
            .payload(RecordType.ORIGIN_DEFINED, 3, PayloadOutput.origin(9, -1))
            .end()
            .read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.lines)
        .contains(
            "methodDefined[0, " + watched + "]",
            "methodDefined[1, " + test + "]",
            "requestDefined[7, " + key + "]",
            "originDefined[3, 9, -1]");
  }

  @Test
  void shouldReadScopesAndCallsWithTheirExtremes() throws IOException {
    Call call = new Call(BIG, 5, Integer.MAX_VALUE, -1, 0, -1, -1, 12, 3, 65_535, -BIG, 7);
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();

    journal.writer.appendScopeStart(5, 12, 2, 3, -1);
    append(journal, call);
    append(journal, new Call(1, 1, 0, 0, 0, 0, 0, 0, 0, 70_000, 0, 0));
    journal.writer.appendEvent(RecordType.CONNECTION_IN_SCOPE, 0, 0, 6, 4, 12, 0);
    journal.writer.appendEvent(RecordType.SCOPE_ENDED, 0, 0, 9, 0, 12, 0);
    RecordedCalls calls = journal.end().read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.lines)
        .contains(
            "scopeStarted[5, 12, 2, 3, -1]",
            "callEnded[" + call + "]",
            "callEnded[" + new Call(1, 1, 0, 0, 0, 0, 0, 0, 0, 65_535, 0, 0) + "]",
            "connectionInScope[6, 4, 12]",
            "scopeEnded[9, 12]");
  }

  @Test
  void shouldKeepCallsWholeAcrossSegments() throws IOException {
    int count = 40_000;
    int callsPerSegment = JournalLayout.SEGMENT_LENGTH / JournalLayout.CALL_LENGTH;
    JournalBuilder journal = JournalBuilder.create(directory.resolve("journal.churn")).run();
    journal.writer.appendEvent(RecordType.CONNECT_ABANDONED, 0, 0, 10, 0, 0, 0);

    for (int i = 0; i < count; i++) {
      if (i % callsPerSegment == 0) {
        // The segment that the next call is in, and the one behind it.
        journal.awaitRoom((i / callsPerSegment + 2L) * JournalLayout.SEGMENT_LENGTH);
      }
      append(journal, new Call(i, 1, i, -1, 0, 0, -1, -1, 0, 0, i, 0));
    }
    RecordedCalls calls = journal.end().read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.of("callEnded")).hasSize(count);
  }

  private static void append(JournalBuilder journal, Call call) {
    boolean written =
        journal.writer.appendCall(
            call.startNanos(),
            call.durationNanos(),
            call.callId(),
            call.parentCallId(),
            call.requestId(),
            call.stackId(),
            call.originId(),
            call.scopeId(),
            call.threadId(),
            call.connections(),
            call.answer(),
            call.flags());
    assertThat(written).isTrue();
  }
}
