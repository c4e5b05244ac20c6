package dev.churnagent.journal;

import static dev.churnagent.journal.JournalLayout.SLOT_LENGTH;

import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClientKind;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.Frame;
import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns one journal's records into calls on a handler. */
final class RecordDecoder {
  private static final CodeOrigin UNKNOWN_ORIGIN = new CodeOrigin("?", null, null, null, false);

  private static final CallStack UNKNOWN_STACK = new CallStack(List.of());

  private final Path path;
  private final JournalHeader header;
  private final RecordingHandler handler;
  private final List<CodeOrigin> classes = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<CallStack> stacks = new ArrayList<>();

  /** The stacks that handed work over, with what handed work over to them. */
  private final List<CallStack> origins = new ArrayList<>();

  private long lastEventNanos;
  private boolean started;

  /** Whole records of types that only a later version knows. */
  private long unknown;

  RecordDecoder(Path path, JournalHeader header, RecordingHandler handler) {
    this.path = path;
    this.header = header;
    this.handler = handler;
  }

  /**
   * Decodes the record at {@code at}.
   *
   * @param to how far the buffer is filled
   * @param position the record's place in the file
   * @return how many slots it takes, or 0 if there is no whole record
   */
  int decode(ByteBuffer buffer, int at, int to, long position) throws IOException {
    int slots = slots(buffer, at, to, position);
    if (slots == 0) {
      return 0;
    }
    long word = buffer.getLong(at);
    int code = code(word);
    boolean payload = RecordType.hasPayload(code);
    RecordType type = RecordType.ofCode(code);
    if (type == null) {
      unknown++;
    } else if (type == RecordType.CALL_ENDED) {
      decodeCall(buffer, at, word);
    } else if (payload) {
      decodePayload(type, buffer, at);
    } else {
      decodeEvent(type, buffer, at, word);
    }
    return slots;
  }

  /** Whether a whole record stands there; as {@link #decode}. */
  boolean isRecord(ByteBuffer buffer, int at, int to, long position) {
    return slots(buffer, at, to, position) > 0;
  }

  private static int code(long word) {
    return (int) (word >>> 32) & 0xff;
  }

  private static int slots(ByteBuffer buffer, int at, int to, long position) {
    long word = buffer.getLong(at);
    int code = code(word);
    if (code == 0 || (int) word == 0) {
      return 0;
    }
    int slots = RecordType.hasPayload(code) ? payloadSlots(buffer, at, to) : 1;
    return slots == 0 || !checksumHolds(buffer, at, slots, position, word) ? 0 : slots;
  }

  private static int payloadSlots(ByteBuffer buffer, int at, int to) {
    int length = buffer.getInt(at + 8);
    if (length < 0 || length > JournalLayout.MAX_PAYLOAD) {
      return 0;
    }
    int slots = JournalLayout.slotsFor(length);
    return at + slots * SLOT_LENGTH <= to ? slots : 0;
  }

  private static boolean checksumHolds(
      ByteBuffer buffer, int at, int slots, long position, long word) {
    long sum = JournalLayout.checksumStart(position, word & 0xffffffff00000000L);
    for (int offset = 8; offset < slots * SLOT_LENGTH; offset += 8) {
      sum = JournalLayout.checksumAdd(sum, buffer.getLong(at + offset));
    }
    return JournalLayout.checksumEnd(sum) == (int) word;
  }

  private void decodeEvent(RecordType type, ByteBuffer buffer, int at, long word)
      throws JournalFormatException {
    requireStart();
    int detail = (int) (word >>> 40) & 0xff;
    int port = (int) (word >>> 48) & 0xffff;
    long atNanos = buffer.getLong(at + 8);
    int stackId = buffer.getInt(at + 16);
    int endpointId = buffer.getInt(at + 20);
    long duration = buffer.getLong(at + 24);
    lastEventNanos = Math.max(lastEventNanos, atNanos);
    switch (type) {
      case CONNECTION_ESTABLISHED ->
          handler.connectionEstablished(
              atNanos, stackId, endpointId, port, duration, detail == JournalLayout.IN_SCOPE);
      case CONNECT_FAILED ->
          handler.connectFailed(atNanos, stackId, endpointId, FailureKind.ofCode(detail), duration);
      case CONNECT_ABANDONED -> handler.connectAbandoned(atNanos, stackId, endpointId, duration);
      case CONNECTION_CLOSED ->
          handler.connectionClosed(
              atNanos, stackId, endpointId, port, duration, ClosedFirst.ofCode(detail));
      case CONNECTION_CLOSED_BY ->
          handler.connectionClosedBy(atNanos, stackId, port, endpointId, duration);
      case SCOPE_STARTED ->
          handler.scopeStarted(
              atNanos, endpointId, stackId, (int) duration, (int) (duration >>> 32));
      case SCOPE_ENDED -> handler.scopeEnded(atNanos, endpointId);
      case CONNECTION_IN_SCOPE ->
          handler.connectionInScope(atNanos, stackId, (int) duration, port, endpointId);
      case CONNECT_FAILED_IN_SCOPE ->
          handler.connectFailedInScope(
              atNanos, stackId, (int) duration, FailureKind.ofCode(detail), endpointId);
      case CLIENT_BUILT -> handler.clientBuilt(endpointId, ClientKind.ofCode(detail), stackId);
      case CONNECTION_BY_CLIENT -> handler.connectionByClient(atNanos, stackId, endpointId);
      default -> throw new IllegalStateException(type.toString());
    }
  }

  private void decodeCall(ByteBuffer buffer, int at, long word) throws JournalFormatException {
    requireStart();
    if (buffer.getInt(at + 8) < JournalLayout.CALL_PAYLOAD) {
      return;
    }
    long start = buffer.getLong(at + 16);
    long duration = buffer.getLong(at + 24);
    lastEventNanos = Math.max(lastEventNanos, start + duration);
    handler.callEnded(
        new Call(
            start,
            duration,
            buffer.getInt(at + 12),
            buffer.getInt(at + 60),
            buffer.getInt(at + 40),
            buffer.getInt(at + 44),
            buffer.getInt(at + 48),
            buffer.getInt(at + 52),
            buffer.getInt(at + 56),
            (int) (word >>> 48) & 0xffff,
            buffer.getLong(at + 32),
            (int) (word >>> 40) & 0xff));
  }

  private void decodePayload(RecordType type, ByteBuffer buffer, int at) throws IOException {
    if (type != RecordType.RUN_STARTED) {
      requireStart();
    }
    int id = buffer.getInt(at + 12);
    PayloadInput payload =
        new PayloadInput(buffer.array(), at + JournalLayout.PAYLOAD_OFFSET, buffer.getInt(at + 8));
    switch (type) {
      case RUN_STARTED -> {
        started = true;
        handler.runStarted(payload.readRun(header.startedAt()));
      }
      case CLASS_DEFINED -> set(classes, id, payload.readOrigin());
      case FRAME_DEFINED -> {
        CodeOrigin origin = get(classes, payload.readInt(), UNKNOWN_ORIGIN);
        set(frames, id, new Frame(origin, payload.readText(), payload.readInt()));
      }
      case STACK_DEFINED -> define(id, readStack(payload));
      case STACK_HANDED_OVER -> {
        CallStack base = get(stacks, payload.readInt(), UNKNOWN_STACK);
        CallStack by = get(origins, payload.readInt(), UNKNOWN_STACK);
        define(id, new CallStack(base.frames(), by));
      }
      case ENDPOINT_DEFINED -> handler.endpointDefined(id, payload.readEndpoint());
      case METHOD_DEFINED -> handler.methodDefined(id, payload.readMethod());
      case REQUEST_DEFINED -> handler.requestDefined(id, payload.readRequest());
      case ORIGIN_DEFINED -> defineOrigin(id, payload.readInt(), payload.readInt());
      case FAILURE_DESCRIBED ->
          handler.failureDescribed(FailureKind.ofCode(id), payload.readText());
      case PORTS_DESCRIBED -> handler.portsDescribed(payload.readMachinePorts());
      case HOPS_FOUND -> handler.hopsFound(id, payload.readInt());
      case TIME_WAIT_SAMPLED ->
          handler.timeWaitSampled(
              alive(payload.readLong()), id, payload.readPorts(), payload.readPorts());
      case SOCKET_TABLE_READ -> decodeTable(payload);
      case MEASUREMENT_DEGRADED -> handler.measurementDegraded(lastEventNanos, payload.readText());
      default -> throw new IllegalStateException(type.toString());
    }
  }

  private void define(int id, CallStack stack) {
    set(stacks, id, stack);
    handler.stackDefined(id, stack);
  }

  private void defineOrigin(int id, int stackId, int parentId) {
    List<Frame> by = get(stacks, stackId, UNKNOWN_STACK).frames();
    set(origins, id, new CallStack(by, get(origins, parentId, null)));
    handler.originDefined(id, stackId, parentId);
  }

  /** A time at which the process lived. */
  private long alive(long atNanos) {
    lastEventNanos = Math.max(lastEventNanos, atNanos);
    return atNanos;
  }

  private void decodeTable(PayloadInput payload) throws IOException {
    long atNanos = alive(payload.readLong());
    int timeWait = payload.readInt();
    String[] others = new String[payload.readInt()];
    int[] counts = new int[others.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = payload.readText();
      counts[i] = payload.readInt();
    }
    handler.socketTableRead(atNanos, timeWait, others, counts);
  }

  private CallStack readStack(PayloadInput payload) throws IOException {
    int depth = payload.readInt();
    List<Frame> stack = new ArrayList<>(depth);
    for (int i = 0; i < depth; i++) {
      stack.add(get(frames, payload.readInt(), new Frame(UNKNOWN_ORIGIN, "?", -1)));
    }
    return new CallStack(stack);
  }

  /** Tells of the end, with what the header counted. */
  void end(long tornBytes, long fileLength) throws JournalFormatException {
    requireStart();
    if ((header.troubles() & JournalLayout.TROUBLE_NO_SPACE) != 0) {
      handler.measurementDegraded(
          lastEventNanos, "the journal could not grow (disk full or not writable)");
    }
    if ((header.troubles() & JournalLayout.TROUBLE_LIMIT) != 0) {
      handler.measurementDegraded(
          lastEventNanos, "the journal reached its limit (option journal-limit)");
    }
    if (tornBytes > 0 && header.endReason() != EndReason.NOT_SEEN) {
      handler.measurementDegraded(
          lastEventNanos, "the journal holds " + tornBytes + " bytes of damaged records");
    }
    if (unknown > 0) {
      handler.measurementDegraded(
          lastEventNanos,
          unknown + " records are of types that only a later version of churn-agent can read");
    }
    if (isCutOff(fileLength)) {
      handler.measurementDegraded(
          lastEventNanos,
          "the journal was cut off: at least "
              + (header.claimed() - fileLength)
              + " bytes of records are missing");
    }
    boolean seen = header.endReason() != EndReason.NOT_SEEN;
    long endedAt = seen ? header.endedAtNanos() : Math.max(lastEventNanos, header.lastAliveNanos());
    handler.runEnded(endedAt, header.endReason(), header.lostEvents());
  }

  /** Claims beyond the file without a loss: whoever found no room was counted as lost. */
  private boolean isCutOff(long fileLength) {
    return header.claimed() > fileLength && header.lostEvents() == 0 && header.troubles() == 0;
  }

  private void requireStart() throws JournalFormatException {
    if (!started) {
      throw new JournalFormatException(
          path + " is a journal whose first record is damaged; nothing can be told from it");
    }
  }

  private static <T> void set(List<T> list, int id, T value) {
    while (list.size() <= id) {
      list.add(null);
    }
    list.set(id, value);
  }

  private static <T> T get(List<T> list, int id, T otherwise) {
    T value = id >= 0 && id < list.size() ? list.get(id) : null;
    return value == null ? otherwise : value;
  }
}
