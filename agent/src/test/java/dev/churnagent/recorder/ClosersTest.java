package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.model.CallStack;
import dev.churnagent.recorder.call.Asker;
import dev.churnagent.recorder.call.Contexts;
import java.io.FileDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whose close is told with a stack of its own. */
class ClosersTest extends RecorderFixture {
  private static final String BY_OTHER = "closed by other";

  private final Origins origins = new Origins();

  @BeforeEach
  void giveOrigins() {
    StackRecorder stacks = new StackRecorder(run.journal, run.faults);
    recorder = new Recorder(run.journal, run.faults, probe, stacks, origins);
  }

  @Test
  void shouldTellACloseByAnotherThread() throws InterruptedException {
    FileDescriptor fd = connected();
    onThread(() -> Callers.either(true, () -> closed(fd)));

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL", BY_OTHER);
    RecordedRun.Content content = run.read();
    CallStack closer = content.stacks.get(content.closerStackIds.get(0));
    assertThat(closer.frames())
        .anyMatch(frame -> frame.origin().className().equals(Callers.class.getName()));
    assertThat(content.stackIds.get(2)).isEqualTo(content.stackIds.get(0));
    assertThat(content.durations.get(2)).isEqualTo(content.durations.get(1));
  }

  @Test
  void shouldNotTakeAStackOfAPlainClose() {
    close(connected());

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
    assertThat(run.read().stacks).hasSize(1);
  }

  @Test
  void shouldTellACloseByATaskThatWasHandedOverElsewhere() {
    FileDescriptor inNone = connected();
    FileDescriptor inOther = connectedFor(3);
    origins.id = 7;
    close(inNone);
    close(inOther);

    assertThat(run.events()).endsWith(CLOSED + "LOCAL", BY_OTHER, CLOSED + "LOCAL", BY_OTHER);
  }

  @Test
  void shouldNotTellATaskThatClosesWhatItOpenedNorATaskThatEnded() {
    FileDescriptor own = connectedFor(3);
    FileDescriptor left = connectedFor(3);
    origins.id = 3;
    close(own);
    origins.id = -1;
    close(left);

    assertThat(run.events()).doesNotContain(BY_OTHER);
  }

  @Test
  void shouldTakeWhoAskedForTheOpenerAndNotWhoFinished() throws InterruptedException {
    FileDescriptor fd = descriptor();
    pending(fd);
    onThread(
        () -> recorder.finishEnded(recorder.finishStarted(fd), REMOTE, LOCAL, true, null));
    close(fd);

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "LOCAL");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellWhoseProgramClosedAndNotWhoClosesTheDescriptorLater() throws InterruptedException {
    FileDescriptor byOther = unreadConnection();
    onThread(() -> recorder.programClosing(byOther, true));
    recorder.closing(byOther);
    FileDescriptor own = unreadConnection();
    recorder.programClosing(own, true);
    onThread(() -> recorder.closing(own));

    assertThat(run.events())
        .containsExactly(
            ESTABLISHED, CLOSED + "RESET", BY_OTHER, ESTABLISHED, CLOSED + "RESET");
  }

  @Test
  void shouldNotTellOfADescriptorThatWasClosedUnseen() throws InterruptedException {
    FileDescriptor first = connected();
    FileDescriptor second = descriptor(number(first));
    onThread(() -> recorder.connectStarted(second, false));

    assertThat(run.events()).containsExactly(ESTABLISHED, CLOSED + "UNKNOWN");
  }

  @Test
  void shouldNotTellOfWhatWasNeverConnected() throws InterruptedException {
    FileDescriptor fd = descriptor();
    pending(fd);
    onThread(() -> close(fd));

    assertThat(run.events()).containsExactly(ABANDONED);
  }

  private FileDescriptor connectedFor(int originId) {
    origins.id = originId;
    FileDescriptor fd = connected();
    origins.id = -1;
    return fd;
  }

  private FileDescriptor unreadConnection() {
    FileDescriptor fd = connected();
    probe.bits = FakeSocketProbe.POLLIN;
    probe.available = 5;
    return fd;
  }

  private int closed(FileDescriptor fd) {
    close(fd);
    return 0;
  }

  private static void onThread(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
  }

  /** Where this thread's work was handed over, as a test says. */
  private static final class Origins implements Contexts {
    private volatile int id = -1;

    @Override
    public Asker asker() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void networkUsed() {}

    @Override
    public void connected() {}

    @Override
    public int scopeId() {
      return -1;
    }

    @Override
    public int clientId() {
      return -1;
    }

    @Override
    public int nextCallId() {
      return 0;
    }

    @Override
    public int originId() {
      return id;
    }

    @Override
    public int withOrigin(int stackId) {
      return stackId;
    }
  }
}
