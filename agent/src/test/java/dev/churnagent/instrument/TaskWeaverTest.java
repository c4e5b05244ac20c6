package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the executors are woven, and for how long a program's thread waits for it. */
@Timeout(60)
class TaskWeaverTest {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

  private interface Retransforming {
    void run() throws Exception;
  }

  private TaskWeaver weaver(Retransforming retransforming) {
    Instrumentation jvm =
        (Instrumentation)
            Proxy.newProxyInstance(
                TaskWeaverTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName());
                  if (method.getName().equals("retransformClasses")) {
                    retransforming.run();
                  }
                  return method.getName().equals("getInitiatedClasses") ? new Class<?>[0] : null;
                });
    ClassFileLocator files = ClassFileLocator.ForClassLoader.of(TaskWeaver.class.getClassLoader());
    return new TaskWeaver(jvm, files, troubles::add);
  }

  @Test
  void shouldTouchNothingUntilItIsInstalledAndThenOnce() {
    TaskWeaver weaver = weaver(() -> {});

    assertThat(weaver.unhooked()).isEmpty();
    assertThat(calls).isEmpty();
    weaver.install();
    weaver.install();
    weaver.installWithin(60_000);
    assertThat(calls)
        .as("the boot loader's classes, and the platform loader's")
        .containsExactly(
            "addTransformer", "getInitiatedClasses", "getInitiatedClasses", "retransformClasses");
  }

  @Test
  void shouldWaitUntilItIsDone() {
    TaskWeaver weaver = weaver(() -> {});
    weaver.installWithin(60_000);

    assertThat(calls).contains("retransformClasses");
    assertThat(troubles).as("this JVM wove nothing").isNotEmpty();
  }

  /** As where another agent's transformer waits for the lock that the program's thread holds. */
  @Test
  void shouldNotWaitForEver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch loaded = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    TaskWeaver weaver =
        weaver(
            () -> {
              begun.countDown();
              loaded.await();
              ended.countDown();
            });
    weaver.installWithin(20);

    assertThat(ended.getCount()).isEqualTo(1);
    loaded.countDown();
    assertThat(ended.await(50, TimeUnit.SECONDS)).isTrue();
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void shouldGoOnAtOnceWithTheInterruptKept() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    weaver(never::await).installWithin(3_600_000);

    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  @Test
  void shouldTellWhatTheJvmRefuses() {
    TaskWeaver weaver =
        weaver(
            () -> {
              throw new InternalError("no");
            });
    weaver.install();

    assertThat(troubles)
        .contains("the JVM refused the hooks for hand-overs: java.lang.InternalError: no");
  }
}
