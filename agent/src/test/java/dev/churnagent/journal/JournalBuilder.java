package dev.churnagent.journal;

import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes journals for tests by the real writer, and knows where each record stands. */
final class JournalBuilder {
  static final Instant START = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
  static final RunInfo RUN =
      new RunInfo(
          "run",
          4711,
          "host",
          "Linux",
          "17",
          "com.acme.Main",
          "file:/app.jar",
          START,
          List.of("com.acme.**"),
          false);

  final Path file;
  final JournalWriter writer;

  /** Where each record begins; the last one is where the next would begin. */
  final List<Integer> positions = new ArrayList<>(List.of(JournalLayout.HEADER_LENGTH));

  private JournalBuilder(Path file, long limitBytes) throws IOException {
    this.file = file;
    writer = JournalWriter.create(file, limitBytes, START, System.nanoTime(), 4711);
  }

  static JournalBuilder create(Path file) throws IOException {
    return new JournalBuilder(file, 1L << 30);
  }

  static JournalBuilder create(Path file, long limitBytes) throws IOException {
    return new JournalBuilder(file, limitBytes);
  }

  JournalBuilder run() {
    return payload(RecordType.RUN_STARTED, 0, PayloadOutput.run(RUN));
  }

  JournalBuilder payload(RecordType type, int id, byte[] payload) {
    writer.appendPayload(type, id, payload);
    return grown(JournalLayout.slotsFor(payload.length) * JournalLayout.SLOT_LENGTH);
  }

  JournalBuilder endpoint(int id, String address) {
    Endpoint endpoint = new Endpoint(Transport.TCP, address, null, null);
    return payload(RecordType.ENDPOINT_DEFINED, id, PayloadOutput.endpoint(endpoint));
  }

  JournalBuilder type(int id, String name) {
    CodeOrigin origin = new CodeOrigin(name, "Flow.java", "file:/app/", null, false);
    return payload(RecordType.CLASS_DEFINED, id, PayloadOutput.origin(origin));
  }

  JournalBuilder frame(int id, int classId, String method, int line) {
    return payload(RecordType.FRAME_DEFINED, id, PayloadOutput.frame(classId, method, line));
  }

  JournalBuilder stack(int id, int... frames) {
    return payload(RecordType.STACK_DEFINED, id, PayloadOutput.stack(frames, frames.length));
  }

  JournalBuilder degraded(String what) {
    return payload(RecordType.MEASUREMENT_DEGRADED, 0, PayloadOutput.message(what));
  }

  JournalBuilder event(RecordType type, int detail, int port, long at, int stack, int endpoint) {
    writer.appendEvent(type, detail, port, at, stack, endpoint, 7);
    return grown(JournalLayout.SLOT_LENGTH);
  }

  JournalBuilder established(long at) {
    return event(RecordType.CONNECTION_ESTABLISHED, 0, 5000, at, 0, 0);
  }

  JournalBuilder closedBy(long at, int stack, int closerStack) {
    writer.appendClosedBy(at, stack, closerStack, 5000, 7);
    return grown(JournalLayout.SLOT_LENGTH);
  }

  private JournalBuilder grown(int length) {
    positions.add(next() + length);
    return this;
  }

  int next() {
    return positions.get(positions.size() - 1);
  }

  /** Waits until the file has this length, as it soon will: its thread makes room ahead. */
  JournalBuilder awaitRoom(long bytes) throws IOException {
    while (Files.size(file) < bytes) {
      Thread.onSpinWait();
    }
    return this;
  }

  JournalBuilder end() {
    writer.end(EndReason.SHUTDOWN);
    return this;
  }

  RecordedCalls read() throws IOException {
    return RecordedCalls.read(file);
  }

  /** The header, every record, and some free room behind. */
  byte[] bytes() throws IOException {
    return Arrays.copyOf(Files.readAllBytes(file), next() + 2 * JournalLayout.SLOT_LENGTH);
  }

  static void patch(Path file, int at, long word) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, word);
    Files.write(file, bytes);
  }

  /** Gives a record another type's code, as a later version might write, checksum included. */
  static void retype(Path file, int at, int code) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long word = buffer.getLong(at) & 0xffffff00_00000000L | (long) code << 32;
    int payload = RecordType.hasPayload(code) ? buffer.getInt(at + 8) : 0;
    int length = JournalLayout.slotsFor(payload) * JournalLayout.SLOT_LENGTH;
    long sum = JournalLayout.checksumStart(at, word);
    for (int offset = 8; offset < length; offset += 8) {
      sum = JournalLayout.checksumAdd(sum, buffer.getLong(at + offset));
    }
    patch(file, at, word | JournalLayout.checksumEnd(sum) & 0xffffffffL);
  }
}
