package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.CallSink;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Woven methods do what they did, and tell what they were called with and how they ended. */
class MethodAdviceTest {
  private static final String SHAPES = Shapes.class.getName();

  private final RecordingCallSink sink = new RecordingCallSink();

  @BeforeEach
  void start() {
    CallHook.setSink(sink);
  }

  @AfterEach
  void stop() {
    CallHook.setSink(CallSink.NONE);
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of("aBoolean", true, "Boolean true"),
        Arguments.of("aByte", (byte) -7, "Byte -7"),
        Arguments.of("aChar", 'x', "Character x"),
        Arguments.of("aShort", (short) 300, "Short 300"),
        Arguments.of("anInt", 70_000, "Integer 70000"),
        Arguments.of("aLong", 1L << 40, "Long 1099511627776"),
        Arguments.of("aFloat", 1.5f, "Float 1.5"),
        Arguments.of("aDouble", 2.5, "Double 2.5"),
        Arguments.of("free", "text", "String text"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void shouldPassOnEveryTypeOfValue(String name, Object value, String told) throws Exception {
    Object shapes = woven("#" + name);

    assertThat(invoke(shapes, name, value)).isEqualTo(value);
    assertThat(sink.events).containsExactly("call 1 [" + value + "]", "token 1 -> " + told);
    assertThat(sink.lastReceiver).isSameAs(name.equals("free") ? null : shapes);
  }

  @Test
  void shouldPassOnReferencesThemselves() throws Exception {
    Object shapes = woven("#array");
    String[] value = {"a", "b"};

    assertThat(invoke(shapes, "array", new Object[] {value})).isSameAs(value);
    assertThat(sink.events).first().isEqualTo("call 1 [[a, b]]");
  }

  @Test
  void shouldTellOfVoidAsNull() throws Exception {
    assertThat(invoke(woven("#nothing"), "nothing")).isNull();
    assertThat(sink.events).containsExactly("call 1 []", "token 1 -> null");
  }

  @Test
  void shouldTellArgumentsAsTheyWereGiven() throws Exception {
    Object result = invoke(woven("#wide"), "wide", 1L, 2.0, 3, new long[] {4}, "sum ", 5.0, 6L);

    assertThat(result).isEqualTo("sum 22.0");
    assertThat(sink.events)
        .containsExactly("call 1 [1, 2.0, 3, [4], sum , 5.0, 6]", "token 1 -> String sum 22.0");
  }

  @Test
  void shouldKeepControlFlowAndLocals() throws Exception {
    Object shapes = woven("");

    assertThat(invoke(shapes, "loop", 10)).isEqualTo(new Shapes().loop(10));
    assertThat(invoke(shapes, "branches", "four")).isEqualTo(4);
    assertThat(invoke(shapes, "branches", 21)).isEqualTo(42);
    assertThat(invoke(shapes, "branches", (Object) null)).isEqualTo(-1);
    assertThat(invoke(shapes, "branches", 1.0)).isEqualTo(0);
  }

  @Test
  void shouldThrowOnTheProgramsOwnException() throws Exception {
    Object shapes = woven("#checked");
    IOException own = new IOException("own");

    Throwable thrown = catchThrowable(() -> invoke(shapes, "checked", own));
    assertThat(thrown).isInstanceOf(InvocationTargetException.class).hasCause(own);
    assertThat(thrown.getCause()).isSameAs(own);
    assertThat(sink.events).containsExactly("call 1 [" + own + "]", "token 1 -> throws " + own);
  }

  @Test
  void shouldStaySynchronized() throws Exception {
    assertThat(invoke(woven("#locked"), "locked", Thread.currentThread())).isEqualTo(1);
    assertThat(sink.events).hasSize(2);
  }

  @Test
  void shouldTellNothingAtTheEndWhereNothingWasStarted() throws Exception {
    CallHook.setSink(
        new RecordingCallSink() {
          @Override
          public Object callStarted(int methodId, Object receiver, Object[] arguments) {
            return null;
          }

          @Override
          public void callEnded(Object token, Object result, Throwable thrown) {
            throw new AssertionError("not started");
          }
        });

    assertThat(invoke(woven("#anInt"), "anInt", 5)).isEqualTo(5);
  }

  @Test
  void shouldNotLetAFailingSinkThrough() throws Exception {
    RecordingCallSink failing =
        new RecordingCallSink() {
          @Override
          public Object callStarted(int methodId, Object receiver, Object[] arguments) {
            throw new StackOverflowError();
          }

          @Override
          public void scopeEnded(Object token) {
            throw new IllegalStateException();
          }
        };
    CallHook.setSink(failing);
    WeavingFixture fixture = new WeavingFixture(SHAPES + "#anInt", SHAPES + "#anInt");
    Object shapes = fixture.load(Shapes.class).getDeclaredConstructor().newInstance();

    assertThat(invoke(shapes, "anInt", 5)).isEqualTo(5);
    assertThat(failing.failures).hasSize(2);
  }

  @Test
  void shouldPutTheScopeAroundTheWatchedCall() throws Exception {
    WeavingFixture fixture = new WeavingFixture(SHAPES + "#aLong", SHAPES + "#aLong");
    Object shapes = fixture.load(Shapes.class).getDeclaredConstructor().newInstance();

    assertThat(invoke(shapes, "aLong", 5L)).isEqualTo(5L);
    assertThat(sink.events)
        .containsExactly("scope 2", "call 1 [5]", "token 1 -> Long 5", "scope end 2");
  }

  @Test
  void shouldEndAScopeThatThrows() throws Exception {
    WeavingFixture fixture = new WeavingFixture("", SHAPES + "#checked");
    Object shapes = fixture.load(Shapes.class).getDeclaredConstructor().newInstance();
    IOException own = new IOException("own");

    assertThat(catchThrowable(() -> invoke(shapes, "checked", own))).hasCause(own);
    assertThat(sink.events).containsExactly("scope 1", "scope end 1");
  }

  private static Object woven(String methods) throws ReflectiveOperationException {
    WeavingFixture fixture = WeavingFixture.watching(SHAPES + methods);
    Class<?> type = fixture.load(Shapes.class);
    assertThat(fixture.troubles).isEmpty();
    return type.getDeclaredConstructor().newInstance();
  }

  private static Object invoke(Object target, String name, Object... arguments) throws Exception {
    Method method =
        Arrays.stream(target.getClass().getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return method.invoke(target, arguments);
  }
}
