package dev.churnagent.recorder.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.journal.JournalReader;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.KnownEndpoints;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When this machine's table is read, and when it is not. */
@EnabledOnOs(OS.LINUX)
class SocketSamplerTest {
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path directory;

  private Path file;
  private JournalWriter journal;
  private Faults faults;

  @BeforeEach
  void createJournal() throws IOException {
    file = directory.resolve("journal.churn");
    Instant start = Instant.now();
    journal = JournalWriter.create(file, 1L << 30, start, System.nanoTime(), 1);
    RunInfo run = new RunInfo("r", 1, "h", "o", "j", "m", "l", start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    faults = new Faults(journal);
  }

  private List<String> told() throws IOException {
    journal.end(EndReason.SHUTDOWN);
    List<String> told = new ArrayList<>();
    JournalReader.read(
        file,
        new RecordingHandler() {
          @Override
          public void runStarted(RunInfo run) {}

          @Override
          public void portsDescribed(MachinePorts ports) {
            told.add("ports " + ports.firstPort() + "-" + ports.lastPort());
          }

          @Override
          public void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {
            told.add("table");
          }
        });
    return told;
  }

  /** Not by {@code Files.readString}: the kernel gives such a file to one read only. */
  private static String range() throws IOException {
    try (InputStream in = new FileInputStream("/proc/sys/net/ipv4/ip_local_port_range")) {
      String[] ends = new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+");
      return "ports " + ends[0] + "-" + ends[1];
    }
  }

  private SocketSampler sampler(KnownEndpoints endpoints, Duration interval) {
    return new SocketSampler(journal, faults, endpoints, interval, ProcessHandle.current().pid());
  }

  /** Endpoints, none, that tell when they are asked for the second time. */
  private static final class Asked implements KnownEndpoints {
    private final int count;
    private final CountDownLatch twice = new CountDownLatch(2);

    Asked(int count) {
      this.count = count;
    }

    @Override
    public int count() {
      twice.countDown();
      return count;
    }

    @Override
    public void forEach(Visitor visitor) {
      if (count > 0) {
        visitor.endpoint(0, InetAddress.getLoopbackAddress(), 1);
      }
    }
  }

  @Test
  void shouldReadOnceAtTheEndOfARunShorterThanTheInterval() throws IOException {
    SocketSampler sampler = sampler(new Asked(1), LONG);
    sampler.start();
    sampler.finish();

    assertThat(told()).containsExactly("table", range());
    assertThat(faults.told()).isEmpty();
  }

  @Test
  void shouldReadNothingBeforeThereIsAConnection() throws Exception {
    Asked none = new Asked(0);
    SocketSampler sampler = sampler(none, Duration.ofMillis(1));
    sampler.start();
    assertThat(none.twice.await(30, TimeUnit.SECONDS)).isTrue();
    sampler.finish();

    assertThat(told()).containsExactly("table", range());
  }

  @Test
  void shouldReadAtTheInterval() throws Exception {
    Asked one = new Asked(1);
    SocketSampler sampler = sampler(one, Duration.ofMillis(1));
    sampler.start();
    assertThat(one.twice.await(30, TimeUnit.SECONDS)).isTrue();
    sampler.finish();

    assertThat(told()).startsWith(range(), "table", "table");
  }

  @Test
  void shouldReadOnlyTheSettingsOfPortsWhereTheTableIsOff() throws Exception {
    SocketSampler sampler = sampler(new Asked(1), Duration.ZERO);
    sampler.start();
    sampler.finish();

    assertThat(told()).containsExactly(range());
  }

  @Test
  void shouldKeepTheInterruptOfTheThreadThatEndsTheRun() throws Exception {
    SocketSampler sampler = sampler(new Asked(1), LONG);
    sampler.start();
    Thread.currentThread().interrupt();
    sampler.finish();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(told()).startsWith("table");
  }

  @Test
  void shouldWriteNothingAfterTheEnd() throws Exception {
    SamplerRecords records = new SamplerRecords(journal, faults);
    records.end();
    records.append(RecordType.PORTS_DESCRIBED, 0, new byte[0]);
    records.note("late");

    assertThat(told()).isEmpty();
    assertThat(faults.told()).isEmpty();
  }

  /** The limit of two segments is reached by other records; these here are no events. */
  @Test
  void shouldCountNothingAsLostWhereThereIsNoRoom() throws Exception {
    JournalWriter full =
        JournalWriter.create(
            directory.resolve("full.churn"), 1, Instant.now(), System.nanoTime(), 1);
    while (full.appendPayload(RecordType.MEASUREMENT_DEGRADED, 0, new byte[200_000])) {
      Thread.onSpinWait();
    }
    long lost = full.lostEvents();
    SamplerRecords records = new SamplerRecords(full, new Faults(full));
    records.append(RecordType.PORTS_DESCRIBED, 0, new byte[200_000]);
    records.append(RecordType.PORTS_DESCRIBED, 0, new byte[200_000]);

    assertThat(full.lostEvents()).isEqualTo(lost);
    full.end(EndReason.SHUTDOWN);
  }
}
