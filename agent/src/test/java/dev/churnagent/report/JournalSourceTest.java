package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSourceTest {
  private static final int EVENT_LENGTH = 32;

  @TempDir Path directory;

  @Test
  void shouldDegradeOnceARunWhoseJournalIsTornInSpiteOfAnOrderlyEnd() throws IOException {
    byte[] torn = journal(true);
    flipLastByte(torn);

    assertThat(run(torn).degraded())
        .containsExactly("the journal holds " + EVENT_LENGTH + " bytes of damaged records");
  }

  @Test
  void shouldTakeATornEndOfAKilledRunForNormal() throws IOException {
    byte[] killed = journal(false);
    flipLastByte(killed);

    assertThat(run(killed).degraded()).isEmpty();
    assertThat(run(killed).complete()).isFalse();
    assertThat(run(journal(true)).degraded()).isEmpty();
  }

  /** A journal whose last record is an event. */
  private byte[] journal(boolean ended) throws IOException {
    Instant start = Instant.parse("2026-11-22T15:30:00Z");
    Path file = Files.createTempFile(directory, "journal", ".churn");
    Files.delete(file);
    JournalWriter journal = JournalWriter.create(file, 2 << 20, start, System.nanoTime(), 4711);
    RunInfo info =
        new RunInfo("run", 4711, null, "os", "java", null, null, start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(info));
    journal.appendPayload(RecordType.STACK_DEFINED, 0, PayloadOutput.stack(new int[0], 0));
    journal.appendPayload(
        RecordType.ENDPOINT_DEFINED,
        0,
        PayloadOutput.endpoint(new Endpoint(Transport.TCP, "127.0.0.1:80", null, null)));
    journal.appendEvent(RecordType.CONNECT_FAILED, 1, 0, 5, 0, 0, Long.MAX_VALUE);
    byte[] running = Files.readAllBytes(file);
    journal.end(EndReason.SHUTDOWN);
    return ended ? Files.readAllBytes(file) : running;
  }

  private static void flipLastByte(byte[] bytes) {
    int last = bytes.length - 1;
    while (bytes[last] == 0) {
      last--;
    }
    bytes[last] ^= 1;
  }

  private Report.Run run(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("read.churn"), bytes);
    return ReportBuilder.build(List.of(file), List.of(), List.of()).run();
  }
}
