package dev.churnagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the sink throws reaches the application, and nothing of it is forgotten. */
class ChurnHookTest {
  private final List<String> called = new ArrayList<>();
  private final List<Throwable> told = new ArrayList<>();

  @AfterEach
  void stopRecording() {
    ChurnHook.setSink(EventSink.NONE);
  }

  /** Every entry point: what has its like in the sink. */
  static List<Method> entryPoints() {
    return Arrays.stream(EventSink.class.getDeclaredMethods())
        .filter(method -> !method.getName().equals("hookFailed"))
        .map(ChurnHookTest::entryPoint)
        .toList();
  }

  private static Method entryPoint(Method method) {
    try {
      return ChurnHook.class.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldHaveAnEntryPointForEveryEventAndNoOther() {
    assertThat(entryPoints()).hasSizeGreaterThan(15).allMatch(this::isStatic);
    assertThat(Arrays.stream(ChurnHook.class.getMethods()).filter(this::isStatic))
        .extracting(Method::getName)
        .hasSize(entryPoints().size() + 2)
        .contains("setSink", "sink");
  }

  private boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  @ParameterizedTest
  @MethodSource("entryPoints")
  void shouldHandOverToTheSinkAndReturnItsToken(Method entryPoint) throws Exception {
    Object token = new Object();
    ChurnHook.setSink(sink(null, null, token));

    Object returned = entryPoint.invoke(null, defaults(entryPoint));

    assertThat(called).containsExactly(entryPoint.getName());
    assertThat(returned).isSameAs(entryPoint.getReturnType() == void.class ? null : token);
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("entryPoints")
  void shouldSwallowAndTellWhateverTheSinkThrows(Method entryPoint) throws Exception {
    for (Throwable fault : faults()) {
      told.clear();
      ChurnHook.setSink(sink(fault, null, new Object()));

      assertThat(entryPoint.invoke(null, defaults(entryPoint))).isNull();

      assertThat(told).containsExactly(fault);
    }
  }

  @ParameterizedTest
  @MethodSource("entryPoints")
  void shouldSwallowEvenAFailureToTell(Method entryPoint) throws Exception {
    for (Throwable again : faults()) {
      told.clear();
      ChurnHook.setSink(sink(new IllegalStateException(), again, new Object()));

      assertThat(entryPoint.invoke(null, defaults(entryPoint))).isNull();

      assertThat(told).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("entryPoints")
  void shouldDoNothingWithoutASink(Method entryPoint) throws Exception {
    assertThat(ChurnHook.sink()).isSameAs(EventSink.NONE);
    assertThat(entryPoint.invoke(null, defaults(entryPoint))).isNull();
    EventSink.NONE.hookFailed(new Error());
  }

  private static List<Throwable> faults() {
    return List.of(
        new IllegalStateException(),
        new StackOverflowError(),
        new OutOfMemoryError(),
        new LinkageError());
  }

  private EventSink sink(Throwable fault, Throwable again, Object token) {
    return (EventSink)
        Proxy.newProxyInstance(
            EventSink.class.getClassLoader(),
            new Class<?>[] {EventSink.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("hookFailed")) {
                told.add((Throwable) arguments[0]);
                return orThrow(again, null);
              }
              called.add(method.getName());
              return orThrow(fault, method.getReturnType() == void.class ? null : token);
            });
  }

  private static Object orThrow(Throwable fault, Object otherwise) throws Throwable {
    if (fault != null) {
      throw fault;
    }
    return otherwise;
  }

  private static Object[] defaults(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null)
        .toArray();
  }
}
