package dev.churnagent.instrument.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.churnagent.hook.TaskHook;
import dev.churnagent.hook.TaskSink;
import dev.churnagent.instrument.method.LoaderMap;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is woven of a library, by way of a made-up one: {@code lib.Loop} has {@code execute}. */
class LibraryWeaverTest {
  private static final String ADVICE = "task.ArgumentHandedOverAdvice";
  private static final String TAKES_TASK = "(Ljava/lang/Object;)V";

  private final List<String> troubles = new ArrayList<>();
  private final List<Object> handedOver = new ArrayList<>();
  private final List<Class<?>> retransformed = new ArrayList<>();
  private Class<?>[] loaded = {};

  @AfterEach
  void stop() {
    TaskHook.setSink(TaskSink.NONE);
  }

  private LibraryWeaver weaver(LibraryClass... classes) {
    return new LibraryWeaver(
        jvm(),
        ClassFileLocator.ForClassLoader.of(LibraryWeaver.class.getClassLoader()),
        new LoaderMap(troubles::add),
        troubles::add,
        Arrays.asList(classes));
  }

  private static LibraryClass loop() {
    return new LibraryClass("lib/Loop").needs("execute", TAKES_TASK, ADVICE);
  }

  private Instrumentation jvm() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getAllLoadedClasses":
                  return loaded;
                case "isModifiableClass":
                  return true;
                case "retransformClasses":
                  retransformed.addAll(List.of((Class<?>[]) arguments[0]));
                  return null;
                default:
                  return null;
              }
            });
  }

  private byte[] weave(LibraryWeaver weaver, ClassLoader loader, String name, byte[] file) {
    return weaver.transform(loader, name, null, null, file);
  }

  private byte[] weave(LibraryWeaver weaver, String name, byte[] file) {
    return weave(weaver, getClass().getClassLoader(), name, file);
  }

  /** A class with one method of each of these names, and a constructor. */
  private static byte[] library(int version, String name, int access, String... methods) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    for (String method : methods) {
      MethodVisitor code = writer.visitMethod(access, method, TAKES_TASK, null, null);
      if (!Modifier.isNative(access)) {
        code.visitCode();
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
      }
      code.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] library(String name, String... methods) {
    return library(Opcodes.V1_8, name, Opcodes.ACC_PUBLIC, methods);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib/Loop", "shaded/lib/Loop", "io/acme/shaded/lib/Loop"})
  void shouldWeaveTheClassAndItsCopies(String name) throws Exception {
    check(name, library(name, "execute", "other"));
  }

  @ParameterizedTest
  @ValueSource(ints = {46, 48, 49, 50, 51, 52, 61, 69})
  void shouldWeaveClassFilesOfAllAges(int version) throws Exception {
    assumeThat(version).isLessThanOrEqualTo(Runtime.version().feature() + 44);
    check("lib/Loop", library(version, "lib/Loop", Opcodes.ACC_PUBLIC, "execute", "other"));
  }

  private void check(String name, byte[] file) throws Exception {
    byte[] woven = weave(weaver(loop()), name, file);

    assertThat(woven).isNotNull();
    assertThat(troubles).isEmpty();
    Class<?> type = new Defining().define(woven);
    Object instance = type.getDeclaredConstructor().newInstance();
    TaskHook.setSink(sink());
    type.getMethod("execute", Object.class).invoke(instance, "task");
    type.getMethod("other", Object.class).invoke(instance, "no task");
    assertThat(handedOver).containsExactly("task");
  }

  @Test
  void shouldHookTheCallsInsideAMethod() throws Exception {
    String add = "(Ljava/lang/Object;)Z";
    LibraryClass queue =
        new LibraryClass("lib/Queue")
            .at("execute", TAKES_TASK, "add", add, "handedOver")
            .at("execute", TAKES_TASK, "add", "()Z", "loopItem")
            .at("other", TAKES_TASK, "add", add, "handedOver");
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, "lib/Queue", null, "java/util/ArrayDeque", null);
    for (String method : new String[] {"execute", "executeQuietly"}) {
      MethodVisitor code =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method, TAKES_TASK, null, null);
      code.visitCode();
      code.visitTypeInsn(Opcodes.NEW, "java/util/ArrayDeque");
      code.visitInsn(Opcodes.DUP);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/util/ArrayDeque", "<init>", "()V", false);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Queue", "add", add, true);
      code.visitInsn(Opcodes.POP);
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(2, 1);
      code.visitEnd();
    }
    writer.visitEnd();

    Class<?> type = new Defining().define(weave(weaver(queue), "lib/Queue", writer.toByteArray()));
    TaskHook.setSink(sink());
    type.getMethod("execute", Object.class).invoke(null, "task");
    type.getMethod("executeQuietly", Object.class).invoke(null, "no task");
    assertThat(handedOver).containsExactly("task");
    assertThat(troubles).isEmpty();
  }

  private static final class Defining extends ClassLoader {
    Defining() {
      super(LibraryWeaverTest.class.getClassLoader());
    }

    Class<?> define(byte[] file) {
      return defineClass(null, file, 0, file.length);
    }
  }

  private TaskSink sink() {
    return (TaskSink)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TaskSink.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("handedOver")) {
                handedOver.add(arguments[0]);
              }
              return null;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Loop", "xlib/Loop", "lib/Loop2", "lib/MyLoop", "lib/Loop$Task", "lib/x/Loop"})
  void shouldLeaveOtherClassesAlone(String name) {
    assertThat(weave(weaver(loop()), name, library(name, "execute"))).isNull();
    assertThat(troubles).isEmpty();
  }

  @Test
  void shouldTellClassesOfOneSimpleNameApart() {
    LibraryWeaver weaver =
        weaver(loop(), new LibraryClass("other/Loop").needs("run", TAKES_TASK, ADVICE));

    assertThat(weave(weaver, "lib/Loop", library("lib/Loop", "execute"))).isNotNull();
    assertThat(weave(weaver, "other/Loop", library("other/Loop", "run"))).isNotNull();
    assertThat(weave(weaver, "third/Loop", library("third/Loop", "run"))).isNull();
    assertThat(troubles).isEmpty();
  }

  @Test
  void shouldLeaveTheJdksClassesAlone() {
    byte[] file = library("lib/Loop", "execute");

    assertThat(weave(weaver(loop()), null, "lib/Loop", file)).isNull();
    assertThat(weave(weaver(loop()), ClassLoader.getPlatformClassLoader(), "lib/Loop", file))
        .isNull();
    assertThat(troubles).as("nor is anything asked of their loaders").isEmpty();
  }

  @Test
  void shouldTellWhereAVersionLacksWhatIsNeeded() {
    LibraryClass two =
        loop().needs("execute", "(Llib/Task;)V", ADVICE).with("schedule", TAKES_TASK, ADVICE);

    assertThat(weave(weaver(two), "a/lib/Loop", library("a/lib/Loop", "other"))).isNull();
    assertThat(troubles)
        .containsExactly("a.lib.Loop.execute: this version of the library is not known");
  }

  @Test
  void shouldTakeOneOfSeveralAlternativesAndMissNothingElse() {
    LibraryClass alternatives =
        new LibraryClass("lib/Loop")
            .needs("execute", "(Llib/Task;)V", ADVICE)
            .needs("execute", "(Ljava/lang/Object;*", ADVICE)
            .with("schedule", TAKES_TASK, ADVICE);

    assertThat(weave(weaver(alternatives), "lib/Loop", library("lib/Loop", "execute"))).isNotNull();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE, Opcodes.ACC_PUBLIC | 0x1040})
  void shouldNotTakeAMethodWithoutCodeOfItsOwn(int access) {
    byte[] file = library(Opcodes.V1_8, "lib/Loop", access, "execute");

    assertThat(weave(weaver(loop()), "lib/Loop", file)).isNull();
    assertThat(troubles).hasSize(1);
  }

  @Test
  void shouldLeaveAClassAsItIsThatItCannotReadAndSaySo() {
    byte[] file = library("lib/Loop", "execute");
    byte[] future = file.clone();
    future[7] = 120;
    LibraryWeaver weaver = weaver(loop());

    assertThat(weave(weaver, "lib/Loop", Arrays.copyOf(file, file.length / 2))).isNull();
    assertThat(weave(weaver, "lib/Loop", future)).isNull();
    assertThat(troubles).hasSize(2).allMatch(line -> line.startsWith("lib.Loop was not woven: "));
  }

  @Test
  void shouldLeaveClassesAloneThatCouldNotFindTheHook() {
    ClassLoader closed = new ClassLoader(null) {};

    assertThat(weave(weaver(loop()), closed, "lib/Loop", library("lib/Loop", "execute"))).isNull();
    assertThat(troubles)
        .hasSize(1)
        .allMatch(line -> line.endsWith("does not delegate to the agent"));
  }

  @Test
  void shouldRetransformWhatIsLoadedAlready() {
    Class<?> there = new Defining().define(library("copy/lib/Loop", "execute"));
    loaded = new Class<?>[] {there, String.class, Loop.class, Loop[].class, getClass()};

    weaver(loop()).install();

    assertThat(retransformed).containsExactly(there);
  }

  /** The same simple name, in another package. */
  static final class Loop {
    private Loop() {}
  }

  /** Each name in the table must be that of an advice or a hook, and each entry can be reached. */
  @Test
  void shouldNameAdviceThatExists() throws Exception {
    for (LibraryClass one : LibraryHooks.all(true)) {
      assertThat(one.hooks().size() + one.calls().size()).isPositive();
      for (LibraryCall call : one.calls()) {
        assertThat(TaskHook.class.getMethod(call.hook(), Object.class).getReturnType())
            .isSameAs(void.class);
      }
      for (LibraryHook hook : one.hooks()) {
        Method[] methods = Class.forName(hook.advice()).getDeclaredMethods();
        assertThat(methods).as(hook.advice()).isNotEmpty();
      }
    }
    assertThat(LibraryHooks.all(true).stream().map(LibraryClass::internalName))
        .doesNotHaveDuplicates();
  }
}
