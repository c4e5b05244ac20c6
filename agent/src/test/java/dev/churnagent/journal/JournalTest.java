package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.ClientKind;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read, whatever the values, the order and the number of threads. */
class JournalTest {
  private static final int SEGMENT = JournalLayout.SEGMENT_LENGTH;
  private static final int SLOT = JournalLayout.SLOT_LENGTH;
  private static final RecordType ESTABLISHED = RecordType.CONNECTION_ESTABLISHED;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("journal.churn");
  }

  @Test
  void shouldReadEveryTypeOfRecordInItsOrder() throws IOException {
    JournalBuilder journal =
        JournalBuilder.create(file)
            .run()
            .type(0, "com.acme.Flow")
            .frame(0, 0, "run", 42)
            .frame(1, 0, "main", -1)
            .stack(0, 0, 1)
            .endpoint(0, "127.0.0.1:80")
            .established(10)
            .event(RecordType.CONNECTION_CLOSED, ClosedFirst.PEER.code(), 5000, 17, 0, 0)
            .closedBy(17, 0, 3)
            .event(RecordType.CONNECT_FAILED, FailureKind.TIMEOUT.code(), 0, 20, 0, 0)
            .event(RecordType.CONNECT_ABANDONED, 0, 0, 30, 0, 0)
            .degraded("no luck")
            .end();

    RecordedCalls calls = journal.read();

    String origin =
        "CodeOrigin[className=com.acme.Flow, sourceFile=Flow.java, location=file:/app/,"
            + " module=null, jdk=false]";
    assertThat(calls.tornBytes).isZero();
    assertThat(calls.lines)
        .hasSize(10)
        .startsWith(
            "runStarted[" + JournalBuilder.RUN + "]",
            "stackDefined[0, CallStack[frames=[Frame[origin="
                + origin
                + ", method=run, line=42], Frame[origin="
                + origin
                + ", method=main, line=-1]]]]",
            "endpointDefined[0, Endpoint[transport=TCP, address=127.0.0.1:80, host=null,"
                + " localAddress=null]]",
            "connectionEstablished[10, 0, 0, 5000, 7]",
            "connectionClosed[17, 0, 0, 5000, 7, PEER]",
            "connectionClosedBy[17, 0, 5000, 3, 7]",
            "connectFailed[20, 0, 0, TIMEOUT, 7]",
            "connectAbandoned[30, 0, 0, 7]",
            "measurementDegraded[30, no luck]");
    assertThat(calls.lines.get(9)).startsWith("runEnded[").endsWith(", SHUTDOWN, 0]");
  }

  @Test
  void shouldPutStacksTogetherWithThoseThatHandedOver() throws IOException {
    JournalBuilder journal =
        JournalBuilder.create(file)
            .run()
            .type(0, "com.acme.Flow")
            .frame(0, 0, "inner", 1)
            .frame(1, 0, "middle", 2)
            .frame(2, 0, "outer", 3)
            .stack(0, 0)
            .stack(1, 1)
            .stack(2, 2)
            .payload(RecordType.ORIGIN_DEFINED, 0, PayloadOutput.origin(2, -1))
            .payload(RecordType.ORIGIN_DEFINED, 1, PayloadOutput.origin(1, 0))
            .payload(RecordType.STACK_HANDED_OVER, 3, PayloadOutput.origin(0, 1))
            .payload(RecordType.STACK_HANDED_OVER, 4, PayloadOutput.origin(77, 77))
            .event(RecordType.CLIENT_BUILT, ClientKind.OKHTTP_POOL.code(), 0, 5, 1, 9)
            .event(RecordType.CLIENT_BUILT, 77, 0, 5, -1, 10)
            .event(RecordType.CONNECTION_BY_CLIENT, 0, 5000, 6, 3, 9)
            .end();

    RecordedCalls calls = journal.read();

    String whole = calls.of("stackDefined").get(3);
    assertThat(whole.indexOf("method=inner")).isPositive().isLessThan(whole.indexOf("middle"));
    assertThat(whole.indexOf("method=middle")).isLessThan(whole.indexOf("method=outer"));
    assertThat(calls.of("stackDefined").get(4))
        .as("what was lost is an empty stack")
        .isEqualTo("stackDefined[4, CallStack[frames=[], handedOverBy=CallStack[frames=[]]]]");
    assertThat(calls.of("clientBuilt"))
        .containsExactly("clientBuilt[9, OKHTTP_POOL, 1]", "clientBuilt[10, OTHER, -1]");
    assertThat(calls.of("connectionByClient")).containsExactly("connectionByClient[6, 3, 9]");
  }

  @Test
  void shouldStepOverRecordsOfALaterVersionAndSaySo() throws IOException {
    byte[] text =
        PayloadOutput.message("a payload of more than one slot, so that it is stepped over");
    JournalBuilder journal = JournalBuilder.create(file).run();
    int event = journal.next();
    journal.event(RecordType.CONNECT_ABANDONED, 0, 0, 10, 0, 0);
    int payload = journal.next();
    journal.payload(RecordType.MEASUREMENT_DEGRADED, 0, text);
    journal.payload(RecordType.FAILURE_DESCRIBED, 3, PayloadOutput.message("no port")).end();
    JournalBuilder.retype(file, event, 31);
    JournalBuilder.retype(file, payload, 63);

    RecordedCalls calls = journal.read();

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.of("connectAbandoned")).isEmpty();
    assertThat(calls.of("failureDescribed")).hasSize(1);
    assertThat(calls.of("measurementDegraded"))
        .containsExactly(
            "measurementDegraded[0, 2 records are of types that only a later version of"
                + " churn-agent can read]");
  }

  @Test
  void shouldKeepExtremeValuesOfEvents() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run();
    long[] longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xffffffffL};
    int[] ids = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
    int[] ports = {0, 1, 32768, 65535};
    List<String> expected = new java.util.ArrayList<>();
    for (long number : longs) {
      for (int id : ids) {
        for (int port : ports) {
          journal.writer.appendEvent(ESTABLISHED, 0, port, number, id, ~id, ~number);
          expected.add(
              "connectionEstablished["
                  + String.join(", ", "" + number, "" + id, "" + ~id, "" + port, "" + ~number)
                  + "]");
        }
      }
    }
    journal.end();

    assertThat(journal.read().of("connectionEstablished")).isEqualTo(expected);
  }

  @Test
  void shouldKeepEveryKindAndEverySide() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run();
    for (FailureKind kind : FailureKind.values()) {
      journal.event(RecordType.CONNECT_FAILED, kind.code(), 0, 1, 0, 0);
    }
    for (ClosedFirst side : ClosedFirst.values()) {
      journal.event(RecordType.CONNECTION_CLOSED, side.code(), 9, 1, 0, 0);
    }
    // Numbers of a later version.
    journal.event(RecordType.CONNECT_FAILED, 255, 0, 1, 0, 0);
    journal.event(RecordType.CONNECTION_CLOSED, 128, 9, 1, 0, 0);
    RecordedCalls calls = journal.end().read();

    assertThat(calls.of("connectFailed"))
        .extracting(line -> line.split(", ")[3])
        .containsExactly(
            "OTHER", "REFUSED", "TIMEOUT", "UNREACHABLE", "EXHAUSTED", "UNRESOLVED", "OTHER");
    assertThat(calls.of("connectionClosed"))
        .extracting(line -> line.split(", ")[5])
        .containsExactly("UNKNOWN]", "LOCAL]", "PEER]", "RESET]", "UNKNOWN]");
  }

  @Test
  void shouldKeepMissingEmptyLongAndForeignTexts() throws IOException {
    RunInfo bare =
        new RunInfo(
            "",
            0,
            null,
            "",
            "\u00e4\u20ac\ud83d\ude00\n\0",
            null,
            null,
            JournalBuilder.START,
            List.of("", "a,b;c"),
            true);
    Endpoint unix =
        new Endpoint(Transport.UNIX, "unix:/" + "x".repeat(100_000), "h\u00f6st", "::1%eth0");
    CodeOrigin origin = new CodeOrigin("\u65e5\u672c.\u8a9e", null, null, null, true);
    JournalBuilder journal =
        JournalBuilder.create(file)
            .payload(RecordType.RUN_STARTED, 0, PayloadOutput.run(bare))
            .payload(RecordType.CLASS_DEFINED, 0, PayloadOutput.origin(origin))
            .frame(0, 0, "", Integer.MIN_VALUE)
            .stack(0)
            .stack(1, 0)
            .payload(RecordType.ENDPOINT_DEFINED, 0, PayloadOutput.endpoint(unix))
            .degraded("")
            .end();

    RecordedCalls calls = journal.read();

    assertThat(calls.of("runStarted")).containsExactly("runStarted[" + bare + "]");
    assertThat(calls.of("endpointDefined")).containsExactly("endpointDefined[0, " + unix + "]");
    assertThat(calls.of("stackDefined"))
        .containsExactly(
            "stackDefined[0, CallStack[frames=[]]]",
            "stackDefined[1, CallStack[frames=[Frame[origin="
                + origin
                + ", method=, line=-2147483648]]]]");
    assertThat(calls.of("measurementDegraded")).containsExactly("measurementDegraded[0, ]");
    assertThat(calls.tornBytes).isZero();
  }

  @Test
  void shouldKeepPayloadsOfEveryLengthUpToTheGreatest() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run();
    int[] lengths = {0, 1, 11, 12, 13, 14, 44, 45, 100, JournalLayout.MAX_PAYLOAD - 4};
    for (int length : lengths) {
      journal.degraded("x".repeat(length));
    }
    journal.end();

    assertThat(journal.read().of("measurementDegraded"))
        .extracting(line -> line.length() - "measurementDegraded[0, ]".length())
        .containsExactly(java.util.Arrays.stream(lengths).boxed().toArray(Integer[]::new));
  }

  @Test
  void shouldCountAPayloadThatIsTooLongAsLost() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run();
    byte[] tooLong = new byte[JournalLayout.MAX_PAYLOAD + 1];

    assertThat(journal.writer.appendPayload(RecordType.ENDPOINT_DEFINED, 0, tooLong)).isFalse();

    RecordedCalls calls = journal.end().read();
    assertThat(calls.lines).hasSize(2);
    assertThat(calls.lines.get(1)).endsWith(", SHUTDOWN, 1]");
  }

  @Test
  void shouldNameWhatWasNeverDefinedByAQuestionMark() throws IOException {
    JournalBuilder journal =
        JournalBuilder.create(file).run().frame(3, 9, "run", 1).stack(0, 3, 2, -1).end();

    String unknown = "CodeOrigin[className=?, sourceFile=null, location=null, module=null, jdk=";
    assertThat(journal.read().of("stackDefined"))
        .containsExactly(
            "stackDefined[0, CallStack[frames=["
                + ("Frame[origin=" + unknown + "false], method=run, line=1], ")
                + ("Frame[origin=" + unknown + "false], method=?, line=-1], ")
                + ("Frame[origin=" + unknown + "false], method=?, line=-1]]]]"));
  }

  @Test
  void shouldStepOverAPayloadThatWouldCrossASegment() throws IOException {
    // From "fills the segment exactly" to "only its last slot would cross", and back.
    for (int slotsLeft = 1; slotsLeft <= 5; slotsLeft++) {
      Path next = directory.resolve("left-" + slotsLeft);
      JournalBuilder journal = JournalBuilder.create(next).run().awaitRoom(2L * SEGMENT);
      long events = 0;
      while (journal.next() < SEGMENT - slotsLeft * SLOT) {
        journal.established(events++);
      }
      journal.degraded("x".repeat(4 * SLOT - JournalLayout.PAYLOAD_OFFSET - 4));
      journal.established(events++).end();

      RecordedCalls calls = journal.read();

      assertThat(calls.of("connectionEstablished")).hasSize((int) events);
      assertThat(calls.of("measurementDegraded")).as("%s slots left", slotsLeft).hasSize(1);
      assertThat(calls.tornBytes).isZero();
      assertThat(calls.lines.get(calls.lines.size() - 1)).endsWith(", SHUTDOWN, 0]");
    }
  }

  @Test
  void shouldReadOnceEverythingThatManyThreadsWrote() throws Exception {
    int threads = 8;
    int each = 20_000;
    JournalBuilder journal = JournalBuilder.create(file).run();
    Set<String> written = ConcurrentHashMap.newKeySet();
    AtomicLong refused = new AtomicLong();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] workers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int stack = t;
      workers[t] =
          new Thread(
              () -> {
                Assertions.assertThatCode(start::await).doesNotThrowAnyException();
                for (int i = 0; i < each; i++) {
                  boolean room =
                      i % 100 == 0
                          ? journal.writer.appendPayload(
                              RecordType.MEASUREMENT_DEGRADED,
                              0,
                              PayloadOutput.message(stack + "/" + i + "x".repeat(i / 10)))
                          : journal.writer.appendEvent(ESTABLISHED, 0, 1, i, stack, 0, 0);
                  if (room) {
                    written.add(stack + "/" + i);
                  } else {
                    refused.incrementAndGet();
                  }
                }
              });
      workers[t].start();
    }
    start.countDown();
    for (Thread worker : workers) {
      worker.join();
    }
    journal.end();

    RecordedCalls calls = journal.read();

    List<String> read =
        calls.lines.stream()
            .filter(line -> !line.startsWith("run"))
            .map(
                line ->
                    line.startsWith("connectionEstablished[")
                        ? line.split("[\\[,] ?")[2] + "/" + line.split("[\\[,] ?")[1]
                        : line.replaceAll(".*, |x*]", ""))
            .toList();
    assertThat(read.size()).isEqualTo(written.size());
    assertThat(new HashSet<>(read).equals(written)).as("each one once").isTrue();
    // A machine too busy to make room in time loses events; each of them is counted.
    assertThat(journal.writer.lostEvents()).isEqualTo(refused.get());
    assertThat(written.size() + refused.get()).isEqualTo((long) threads * each);
  }

  @Test
  void shouldCountWhatFindsNoRoomWithinTheLimitAndSaySo() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file, 1).run().awaitRoom(2L * SEGMENT);
    int room = (2 * SEGMENT - journal.next()) / SLOT;
    for (int i = 0; i < room; i++) {
      assertThat(journal.writer.appendEvent(ESTABLISHED, 0, 1, i, 0, 0, 0)).isTrue();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(journal.writer.appendEvent(ESTABLISHED, 0, 1, i, 0, 0, 0)).isFalse();
    }
    byte[] message = PayloadOutput.message("no room");
    assertThat(journal.writer.appendPayload(RecordType.MEASUREMENT_DEGRADED, 0, message)).isFalse();
    assertThat(journal.writer.lostEvents()).isEqualTo(11);

    RecordedCalls calls = journal.end().read();

    assertThat(Files.size(file)).isEqualTo(2L * SEGMENT);
    assertThat(calls.of("connectionEstablished")).hasSize(room);
    assertThat(calls.of("measurementDegraded"))
        .containsExactly(
            "measurementDegraded["
                + (room - 1)
                + ", the journal reached its limit (option journal-limit)]");
    assertThat(calls.lines.get(calls.lines.size() - 1)).endsWith(", SHUTDOWN, 11]");
  }

  /** A program that is killed leaves the count as it stands in the file. */
  @Test
  void shouldHaveTheCountOfLostEventsInTheFileWhicheverThreadWritesItLast() throws Exception {
    JournalBuilder journal = JournalBuilder.create(file).run();
    int rounds = 100_000;
    AtomicInteger arrived = new AtomicInteger();
    AtomicInteger counted = new AtomicInteger();
    Thread other =
        new Thread(
            () -> {
              for (int round = 1; round <= rounds; round++) {
                countWithTheOther(journal.writer, arrived, counted, round);
              }
            });
    other.start();
    int wrong = 0;
    try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
      for (int round = 1; round <= rounds; round++) {
        countWithTheOther(journal.writer, arrived, counted, round);
        read.seek(JournalLayout.LOST_EVENTS_AT);
        wrong += Long.reverseBytes(read.readLong()) == 2L * round ? 0 : 1;
      }
    }
    other.join();
    assertThat(journal.writer.lostEvents()).isEqualTo(2L * rounds);
    assertThat(wrong).isZero();
  }

  private static void countWithTheOther(
      JournalWriter writer, AtomicInteger arrived, AtomicInteger counted, int round) {
    await(arrived, 2 * round);
    writer.countLost();
    await(counted, 2 * round);
  }

  private static void await(AtomicInteger threads, int number) {
    threads.incrementAndGet();
    while (threads.get() < number) {
      Thread.yield();
    }
  }

  @Test
  void shouldReadAJournalThatIsStillBeingWritten() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run().established(1);
    RecordedCalls before = journal.read();
    journal.established(2);
    RecordedCalls after = journal.read();
    journal.end();

    assertThat(before.of("connectionEstablished")).hasSize(1);
    assertThat(after.of("connectionEstablished")).hasSize(2);
    assertThat(after.of("runEnded")).singleElement().asString().contains(", NOT_SEEN, 0]");
    assertThat(after.of("measurementDegraded")).isEmpty();
  }

  @Test
  void shouldStillRecordAfterTheEnd() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run().established(1).end();
    journal.established(2);

    assertThat(journal.read().of("connectionEstablished")).hasSize(2);
  }

  @Test
  void shouldTellTheSeenEndOrElseTheLastMomentOfLife() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run().established(500).end();
    Path copy = directory.resolve("copy");
    Files.write(copy, journal.bytes());

    JournalBuilder.patch(copy, JournalLayout.ENDED_AT, 400);
    JournalBuilder.patch(copy, JournalLayout.LAST_ALIVE_AT, 900);
    assertThat(RecordedCalls.read(copy).of("runEnded")).containsExactly(ended(400, "SHUTDOWN"));

    JournalBuilder.patch(copy, JournalLayout.END_REASON_AT, EndReason.NOT_SEEN.code());
    assertThat(RecordedCalls.read(copy).of("runEnded")).containsExactly(ended(900, "NOT_SEEN"));

    JournalBuilder.patch(copy, JournalLayout.LAST_ALIVE_AT, 300);
    assertThat(RecordedCalls.read(copy).of("runEnded")).containsExactly(ended(500, "NOT_SEEN"));
  }

  private static String ended(long at, String reason) {
    return "runEnded[" + at + ", " + reason + ", 0]";
  }

  @Test
  void shouldTellTroublesOfTheJournalItself() throws IOException {
    JournalBuilder journal = JournalBuilder.create(file).run().established(500).end();
    Path copy = directory.resolve("copy");
    Files.write(copy, journal.bytes());
    String full =
        "measurementDegraded[500, the journal could not grow (disk full or not writable)]";
    String limit = "measurementDegraded[500, the journal reached its limit (option journal-limit)]";

    assertThat(RecordedCalls.read(copy).of("measurementDegraded")).isEmpty();
    JournalBuilder.patch(copy, JournalLayout.TROUBLES_AT, 1);
    assertThat(RecordedCalls.read(copy).of("measurementDegraded")).containsExactly(full);
    JournalBuilder.patch(copy, JournalLayout.TROUBLES_AT, 2);
    assertThat(RecordedCalls.read(copy).of("measurementDegraded")).containsExactly(limit);
    JournalBuilder.patch(copy, JournalLayout.TROUBLES_AT, 3);
    assertThat(RecordedCalls.read(copy).of("measurementDegraded")).containsExactly(full, limit);
  }

  @Test
  void shouldNeverWriteOverAFile() throws IOException {
    Files.writeString(file, "mine");

    Assertions.assertThatThrownBy(() -> JournalBuilder.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }
}
