package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  @TempDir Path directory;
  private RecordedRun run;

  @BeforeEach
  void start() {
    run = new RecordedRun(directory);
  }

  @AfterEach
  void end() {
    run.close();
  }

  @Test
  void shouldTellEachDifferentTroubleOnce() {
    for (int i = 0; i < 10; i++) {
      run.faults.degraded("one");
      run.faults.degraded("two");
    }

    assertThat(run.read().degraded).containsExactly("one", "two");
    assertThat(run.faults.told()).containsExactlyInAnyOrder("one", "two");
    assertThat(run.read().lost).isZero();
  }

  @Test
  void shouldTellSomeTroublesOfAProgramThatMakesEverNewOnes() {
    for (int i = 0; i < 1000; i++) {
      run.faults.degraded("trouble " + i);
    }

    assertThat(run.read().degraded).hasSize(20).startsWith("trouble 0", "trouble 1");
  }

  @Test
  void shouldCountEveryMissedEventAndTellEachKindOnce() {
    RuntimeException bare = new IllegalStateException("the message may be the program's own");
    bare.setStackTrace(new StackTraceElement[0]);
    RuntimeException placed = new IllegalStateException();
    placed.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 3)});
    for (int i = 0; i < 3; i++) {
      run.faults.missed(bare);
      run.faults.missed(placed);
      run.faults.missed(
          new StackOverflowError() {
            @Override
            public synchronized Throwable fillInStackTrace() {
              return this;
            }
          });
    }

    RecordedRun.Content content = run.read();
    assertThat(content.lost).isEqualTo(9);
    assertThat(content.degraded)
        .hasSize(3)
        .startsWith(
            "the agent failed with java.lang.IllegalStateException",
            "the agent failed with java.lang.IllegalStateException at A.b(A.java:3)");
  }
}
