package dev.churnagent.journal;

import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the golden journal of this version. Run it once for each version of the format; a golden
 * journal that was released is never written again.
 */
final class GoldenJournalWriter {
  private GoldenJournalWriter() {}

  /** Takes the file to write, e.g. {@code src/test/resources/golden/journal-1.churn.gz}. */
  public static void main(String[] arguments) throws IOException {
    Path journal = Files.createTempDirectory("golden").resolve("journal.churn");
    JournalWriter writer =
        JournalWriter.create(
            journal, 0, Instant.parse("2026-11-22T15:30:12.345678901Z"), System.nanoTime(), 4711);
    write(writer);
    writer.end(EndReason.SHUTDOWN);
    byte[] segment = Arrays.copyOf(Files.readAllBytes(journal), JournalLayout.SEGMENT_LENGTH);
    ByteBuffer header = ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(JournalLayout.LAST_ALIVE_AT, 8_000_000_000L);
    header.putLong(JournalLayout.ENDED_AT, 9_000_000_000L);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      out.write(segment);
    }
  }

  private static void write(JournalWriter writer) {
    RunInfo run =
        new RunInfo(
            "20261122-153012-4711",
            4711,
            "h\u00f6st",
            "Linux 6.1.0 amd64",
            "17.0.15+6 (Debian)",
            "com.acme.Main",
            "file:/app/app.jar",
            Instant.EPOCH,
            List.of("com.acme.**"),
            true);
    CodeOrigin socket = new CodeOrigin("java.net.Socket", "Socket.java", null, "java.base", true);
    CodeOrigin step =
        new CodeOrigin("com.acme.StepA", "StepA.java", "file:/app/app.jar", null, false);
    Endpoint device = new Endpoint(Transport.TCP, "[::1]:27015", "localhost", "::1");
    Endpoint usbmuxd = new Endpoint(Transport.UNIX, "unix:/run/usbmuxd", null, null);
    writer.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    writer.appendPayload(RecordType.CLASS_DEFINED, 0, PayloadOutput.origin(socket));
    writer.appendPayload(RecordType.FRAME_DEFINED, 0, PayloadOutput.frame(0, "connect", 633));
    writer.appendPayload(RecordType.CLASS_DEFINED, 1, PayloadOutput.origin(step));
    writer.appendPayload(RecordType.FRAME_DEFINED, 1, PayloadOutput.frame(1, "lambda$run$0", -2));
    writer.appendPayload(RecordType.STACK_DEFINED, 0, PayloadOutput.stack(new int[] {0, 1}, 2));
    writer.appendPayload(RecordType.ENDPOINT_DEFINED, 0, PayloadOutput.endpoint(device));
    writer.appendEvent(RecordType.CONNECTION_ESTABLISHED, 0, 54321, 1_000_000, 0, 0, 250_000);
    writer.appendEvent(
        RecordType.CONNECTION_CLOSED, ClosedFirst.RESET.code(), 54321, 3_000_000, 0, 0, 2_000_000);
    writer.appendPayload(RecordType.ENDPOINT_DEFINED, 1, PayloadOutput.endpoint(usbmuxd));
    writer.appendEvent(
        RecordType.CONNECT_FAILED, FailureKind.EXHAUSTED.code(), 0, 4_000_000, 0, 1, -1);
    writer.appendEvent(RecordType.CONNECT_ABANDONED, 0, 0, 5_000_000, 0, 1, 1);
    writer.appendPayload(
        RecordType.MEASUREMENT_DEGRADED, 0, PayloadOutput.message("no hook: \u20ac"));
    writer.countLost();
  }
}
