package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.Callers;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackRecorderTest {
  @TempDir Path directory;
  private RecordedRun run;
  private StackRecorder stacks;

  @BeforeEach
  void start() {
    run = new RecordedRun(directory);
    stacks = new StackRecorder(run.journal, run.faults);
  }

  @AfterEach
  void end() {
    run.close();
  }

  @Test
  void shouldGiveTheSameStackTheSameIdAndWriteItOnce() {
    IntSupplier current = stacks::currentId;
    List<Integer> ids = new ArrayList<>();
    long written = 0;
    for (int i = 0; i < 1000; i++) {
      ids.add(Callers.first(current));
      long now = run.journal.getAsLong();
      assertThat(i == 0 || now == written).as("a known stack writes nothing").isTrue();
      written = now;
    }
    assertThat(ids).containsOnly(0);
    assertThat(run.read().stacks).hasSize(1);
  }

  @Test
  void shouldMakeNoNewIdWhereNoneIsWanted() {
    int[] ids = new int[4];
    for (int i = 0; i < 4; i++) {
      boolean evenIfNew = i == 1;
      ids[i] = Callers.first(() -> stacks.currentId(evenIfNew));
    }
    assertThat(ids).containsExactly(-1, 0, 0, 0);
  }

  @Test
  void shouldGiveAnotherLineOrMethodOrDepthAnotherId() {
    IntSupplier current = stacks::currentId;
    List<Integer> ids = new ArrayList<>();
    List<IntSupplier> calls =
        List.of(
            () -> Callers.first(current),
            () -> Callers.second(current),
            () -> Callers.either(true, current),
            () -> Callers.either(false, current),
            () -> Callers.deep(1, current),
            () -> Callers.deep(2, current));
    for (int round = 0; round < 2; round++) {
      for (IntSupplier call : calls) {
        ids.add(call.getAsInt());
      }
    }
    assertThat(ids).containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void shouldWriteTheFramesAsTheVmNamesThemWithoutItsOwn() {
    StackTraceElement[] expected = new StackTraceElement[1];
    Callers.first(
        () -> {
          expected[0] = new Throwable().getStackTrace()[1];
          return stacks.currentId();
        });
    CallStack stack = run.read().stacks.get(0);
    Frame innermost = stack.frames().get(0);

    assertThat(innermost.origin().className()).isEqualTo(Callers.class.getName());
    assertThat(innermost.origin().sourceFile()).isEqualTo("Callers.java");
    assertThat(innermost.origin().jdk()).isFalse();
    assertThat(innermost.origin().location()).startsWith("file:").endsWith("/test-classes/");
    assertThat(innermost.method()).isEqualTo("first");
    assertThat(innermost.line()).isEqualTo(expected[0].getLineNumber());
    assertThat(stack.frames())
        .as("frames of the JDK are kept, and known as such")
        .anyMatch(frame -> frame.origin().jdk() && "java.base".equals(frame.origin().module()));
  }

  @Test
  void shouldCutStacksWithoutEnd() {
    Callers.deep(3000, stacks::currentId);

    assertThat(run.read().stacks.get(0).frames())
        .hasSize(2048)
        .allMatch(frame -> frame.method().equals("deep"));
  }

  @Test
  void shouldGiveEveryStackItsOwnIdOnManyThreads() throws InterruptedException {
    int depths = 50;
    int[][] ids = new int[4][depths];
    Thread[] threads = new Thread[ids.length];
    for (int t = 0; t < threads.length; t++) {
      int[] own = ids[t];
      threads[t] =
          new Thread(
              () -> {
                for (int depth = 0; depth < depths; depth++) {
                  own[depth] = Callers.deep(depth, stacks::currentId);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(ids[0]).doesNotHaveDuplicates();
    assertThat(ids[1]).isEqualTo(ids[0]);
    assertThat(ids[2]).isEqualTo(ids[0]);
    assertThat(ids[3]).isEqualTo(ids[0]);
    assertThat(run.read().stacks).hasSize(depths);
  }

  @Test
  void shouldReadTheRawBackTraceOfThisJdk() {
    assertThat(BackTrace.usable()).isTrue();
  }

  /** One chunk of a raw back trace holds 32 frames. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 29, 30, 31, 32, 33, 64, 500})
  void shouldHashEqualStacksEquallyAndOthersDifferently(int depth) {
    for (LongSupplier hash :
        List.<LongSupplier>of(
            () -> BackTrace.hash(BackTrace.blank().fillInStackTrace()), WalkedStack::hash)) {
      List<Long> hashes = new ArrayList<>();
      IntSupplier take =
          () -> {
            hashes.add(hash.getAsLong());
            return 0;
          };
      for (int i = 0; i < 2; i++) {
        Callers.deep(depth, take);
        Callers.deep(depth + 1, take);
        Callers.either(true, () -> Callers.deep(depth, take));
        Callers.either(false, () -> Callers.deep(depth, take));
      }
      assertThat(hashes.subList(4, 8)).isEqualTo(hashes.subList(0, 4));
      assertThat(hashes.subList(0, 4)).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldTellTheSameStacksApartByBothWays() {
    List<Long> raw = new ArrayList<>();
    List<Long> walked = new ArrayList<>();
    IntSupplier take =
        () -> {
          raw.add(BackTrace.hash(BackTrace.blank().fillInStackTrace()));
          walked.add(WalkedStack.hash());
          return 0;
        };
    for (int i = 0; i < 200; i++) {
      int kind = i * 31 % 7;
      Callers.either(kind % 2 == 0, () -> Callers.deep(kind * 10, take));
    }
    for (int i = 0; i < raw.size(); i++) {
      assertThat(walked.indexOf(walked.get(i))).isEqualTo(raw.indexOf(raw.get(i)));
    }
    assertThat(raw.stream().distinct()).hasSize(7);
  }

  @Test
  void shouldKeepTheJournalReadableWithManyStacks() throws Exception {
    for (int i = 0; i < 1000; i++) {
      assertThat(Callers.deep(i, stacks::currentId)).isEqualTo(i);
    }
    RecordedRun.Content content = run.read();
    assertThat(content.stacks).hasSize(1000);
    assertThat(content.lost).isZero();
    assertThat(Files.list(directory)).hasSize(1);
  }
}
