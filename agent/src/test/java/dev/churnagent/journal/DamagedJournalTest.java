package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no journal, or no longer a whole one. */
class DamagedJournalTest {
  private static final int SLOT = JournalLayout.SLOT_LENGTH;

  @TempDir Path directory;
  private Path whole;
  private Path damaged;

  @BeforeEach
  void nameTheFiles() {
    whole = directory.resolve("whole.churn");
    damaged = directory.resolve("damaged.churn");
  }

  /** A record of every type that is told by itself, all at the same time. */
  private JournalBuilder sample() throws IOException {
    return JournalBuilder.create(whole)
        .run()
        .endpoint(0, "127.0.0.1:80")
        .established(7)
        .event(RecordType.CONNECTION_CLOSED, ClosedFirst.PEER.code(), 5000, 7, 0, 0)
        .event(RecordType.CONNECT_FAILED, FailureKind.TIMEOUT.code(), 0, 7, 0, 0)
        .degraded("a text that takes more than a slot")
        .event(RecordType.CONNECT_ABANDONED, 0, 0, 7, 0, 0)
        .endpoint(1, "127.0.0.1:81")
        .end();
  }

  @Test
  void shouldNameAMissingFile() {
    assertThatThrownBy(() -> RecordedCalls.read(damaged))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(damaged.toString());
  }

  @Test
  void shouldRefuseWhatIsNoJournalByName() throws IOException {
    record Case(byte[] bytes, String message) {}
    byte[] page = new byte[JournalLayout.HEADER_LENGTH];
    byte[] magicOnly = "CHURNJNL".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    String tooShort = " bytes, less than a journal's first page";
    String foreign = "its first bytes are those of another format";
    for (Case given :
        List.of(
            new Case(new byte[0], "it has 0" + tooShort),
            new Case(magicOnly, "it has 8" + tooShort),
            new Case(Arrays.copyOf(magicOnly, page.length - 1), "it has 4095" + tooShort),
            new Case(page, foreign),
            new Case(Arrays.copyOf("{\"schema\":1}".getBytes(), page.length * 2), foreign))) {
      Files.write(damaged, given.bytes);
      assertThatThrownBy(() -> RecordedCalls.read(damaged))
          .isInstanceOf(JournalFormatException.class)
          .hasMessage(damaged + " is not a churn-agent journal: " + given.message);
    }
  }

  @Test
  void shouldNameTheFileAndBothVersionsOfAnotherVersion() throws IOException {
    Files.write(damaged, sample().bytes());
    for (int version : new int[] {0, 2, 1000, -1}) {
      // The version's neighbour, the header's length, goes with it.
      JournalBuilder.patch(damaged, JournalLayout.VERSION_AT, version & 0xffffffffL);
      assertThatThrownBy(() -> RecordedCalls.read(damaged))
          .isInstanceOf(JournalFormatException.class)
          .hasMessage(
              damaged
                  + " is a journal of version "
                  + version
                  + (version > 1 ? ", too new" : ", too old")
                  + "; this churn-agent reads version 1");
    }
  }

  @Test
  void shouldRefuseAStartThatIsNoMomentInTime() throws IOException {
    byte[] bytes = sample().bytes();
    for (long seconds : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62}) {
      Files.write(damaged, bytes);
      JournalBuilder.patch(damaged, JournalLayout.START_SECONDS_AT, seconds);
      assertThatThrownBy(() -> RecordedCalls.read(damaged))
          .isInstanceOf(JournalFormatException.class)
          .hasMessageStartingWith(damaged + " is a journal whose first page is damaged");
    }
    for (long nanos : new long[] {0xffffffffL, 1_000_000_000}) {
      Files.write(damaged, bytes);
      JournalBuilder.patch(damaged, JournalLayout.START_NANOS_AT, nanos);
      assertThatThrownBy(() -> RecordedCalls.read(damaged))
          .isInstanceOf(JournalFormatException.class);
    }
  }

  @Test
  void shouldSayThatAJournalWithoutItsFirstRecordTellsNothing() throws IOException {
    String message =
        damaged + " is a journal whose first record is damaged; nothing can be told from it";
    byte[] bytes = sample().bytes();
    bytes[JournalLayout.HEADER_LENGTH + 20] ^= 1;
    Files.write(damaged, bytes);
    RecordedCalls calls = new RecordedCalls();
    assertThatThrownBy(() -> JournalReader.read(damaged, calls))
        .isInstanceOf(JournalFormatException.class)
        .hasMessage(message);
    assertThat(calls.lines).as("the run's start comes first or nothing comes").isEmpty();

    Files.write(damaged, Arrays.copyOf(bytes, JournalLayout.HEADER_LENGTH));
    assertThatThrownBy(() -> JournalReader.read(damaged, calls))
        .isInstanceOf(JournalFormatException.class)
        .hasMessage(message);
    assertThat(calls.lines).isEmpty();
  }

  @Test
  void shouldReadEveryWholeRecordBeforeACutAtAnyByte() throws IOException {
    JournalBuilder journal = sample();
    byte[] bytes = journal.bytes();
    List<String> all = ownLines(journal.read());
    for (int cut = 0; cut <= bytes.length; cut++) {
      Files.write(damaged, Arrays.copyOf(bytes, cut));
      RecordedCalls calls = new RecordedCalls();
      if (cut < journal.positions.get(1)) {
        assertThatThrownBy(() -> JournalReader.read(damaged, calls))
            .as("cut at %d", cut)
            .isInstanceOf(JournalFormatException.class)
            .hasMessageStartingWith(damaged.toString());
        continue;
      }
      calls.tornBytes = JournalReader.read(damaged, calls);
      int wholeRecords = 0;
      while (wholeRecords < all.size() && journal.positions.get(wholeRecords + 1) <= cut) {
        wholeRecords++;
      }
      assertThat(ownLines(calls)).as("cut at %d", cut).isEqualTo(all.subList(0, wholeRecords));
      if (cut < journal.next()) {
        int last = journal.positions.get(wholeRecords);
        assertThat(calls.tornBytes).as("cut at %d", cut).isEqualTo(cut - last);
        assertThat(calls.of("measurementDegraded"))
            .as("cut at %d", cut)
            .anyMatch(line -> line.contains("the journal was cut off"));
      }
    }
  }

  @Test
  void shouldTellACutOfAJournalWithoutASeenEndToo() throws IOException {
    JournalBuilder journal = sample();
    Files.write(damaged, Arrays.copyOf(journal.bytes(), journal.positions.get(4)));
    JournalBuilder.patch(damaged, JournalLayout.END_REASON_AT, 0);

    assertThat(RecordedCalls.read(damaged).of("measurementDegraded"))
        .containsExactly(
            "measurementDegraded[7, the journal was cut off: at least "
                + (journal.next() - journal.positions.get(4))
                + " bytes of records are missing]");
  }

  @Test
  void shouldSkipARecordWithASingleFlippedBitAndReadTheOthers() throws IOException {
    JournalBuilder journal = sample();
    byte[] bytes = journal.bytes();
    List<String> all = ownLines(journal.read());
    for (int record = 1; record < all.size(); record++) {
      int from = journal.positions.get(record);
      int to = journal.positions.get(record + 1);
      List<String> others = new ArrayList<>(all);
      others.remove(record);
      for (int bit = from * 8; bit < to * 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(damaged, flipped);

        RecordedCalls calls = RecordedCalls.read(damaged);

        assertThat(ownLines(calls)).as("bit %d of record %d", bit, record).isEqualTo(others);
        assertThat(calls.tornBytes).as("bit %d of record %d", bit, record).isEqualTo(to - from);
        assertThat(calls.of("measurementDegraded"))
            .contains(
                "measurementDegraded[7, the journal holds "
                    + (to - from)
                    + " bytes of damaged records]");
      }
    }
  }

  @Test
  void shouldNeverFailOtherwiseThanByNameOnAFlippedBitOfTheFirstPage() throws IOException {
    JournalBuilder journal = sample();
    byte[] bytes = journal.bytes();
    int records = ownLines(journal.read()).size();
    for (int bit = 0; bit < 128 * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(damaged, flipped);
      try {
        assertThat(ownLines(RecordedCalls.read(damaged))).as("bit %d", bit).hasSize(records);
      } catch (JournalFormatException e) {
        assertThat(e).as("bit %d", bit).hasMessageStartingWith(damaged.toString());
        assertThat(bit / 8).isLessThan(32);
      }
    }
  }

  @Test
  void shouldStepOverHolesThatKilledThreadsLeft() throws IOException {
    JournalBuilder journal = sample();
    byte[] bytes = journal.bytes();
    List<String> all = ownLines(journal.read());
    for (int record = 1; record < all.size(); record++) {
      int from = journal.positions.get(record);
      int to = journal.positions.get(record + 1);
      List<String> others = new ArrayList<>(all);
      others.remove(record);

      byte[] claimed = bytes.clone();
      Arrays.fill(claimed, from, to, (byte) 0);
      Files.write(damaged, claimed);
      RecordedCalls calls = RecordedCalls.read(damaged);
      assertThat(ownLines(calls)).isEqualTo(others);
      assertThat(calls.tornBytes).isZero();

      byte[] withoutFirstWord = bytes.clone();
      Arrays.fill(withoutFirstWord, from, from + 8, (byte) 0);
      Files.write(damaged, withoutFirstWord);
      calls = RecordedCalls.read(damaged);
      assertThat(ownLines(calls)).isEqualTo(others);
      assertThat(calls.tornBytes).isEqualTo(to - from);
    }
  }

  @Test
  void shouldTakeATornEndOfAKilledRunForNormal() throws IOException {
    byte[] bytes = sample().bytes();
    bytes[bytes.length - 2 * SLOT - 1] ^= 1;
    Files.write(damaged, bytes);
    JournalBuilder.patch(damaged, JournalLayout.END_REASON_AT, 0);

    RecordedCalls calls = RecordedCalls.read(damaged);

    assertThat(calls.tornBytes).isPositive();
    assertThat(calls.of("measurementDegraded")).hasSize(1).noneMatch(line -> line.contains("dama"));
  }

  @Test
  void shouldNotTakeARecordThatStandsInTheWrongPlace() throws IOException {
    JournalBuilder journal = sample();
    byte[] bytes = journal.bytes();
    int established = journal.positions.get(2);
    System.arraycopy(bytes, established, bytes, bytes.length - SLOT, SLOT);
    Files.write(damaged, bytes);

    RecordedCalls calls = RecordedCalls.read(damaged);

    assertThat(calls.of("connectionEstablished")).hasSize(1);
    assertThat(calls.tornBytes).isEqualTo(SLOT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLetTheHandlersExceptionThroughAndCloseTheFile() throws IOException {
    Files.write(damaged, sample().bytes());
    IllegalStateException own = new IllegalStateException("the handler's own");
    for (String method : List.of("runStarted", "connectionClosed", "endpointDefined", "runEnded")) {
      RecordingHandler failing =
          (RecordingHandler)
              Proxy.newProxyInstance(
                  RecordingHandler.class.getClassLoader(),
                  new Class<?>[] {RecordingHandler.class},
                  (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                      throw own;
                    }
                    return null;
                  });
      assertThatThrownBy(() -> JournalReader.read(damaged, failing)).isSameAs(own);
      assertThat(openFiles()).doesNotContain(damaged);
    }
  }

  private static List<Path> openFiles() throws IOException {
    List<Path> targets = new ArrayList<>();
    try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
      for (Path link : links.toList()) {
        try {
          targets.add(Files.readSymbolicLink(link));
        } catch (NoSuchFileException e) {
          // Closed since it was listed.
          continue;
        }
      }
    }
    return targets;
  }

  /** The records' own lines. */
  private static List<String> ownLines(RecordedCalls calls) {
    return calls.lines.stream()
        .filter(line -> !line.startsWith("runEnded["))
        .filter(line -> !line.contains("the journal "))
        .toList();
  }
}
