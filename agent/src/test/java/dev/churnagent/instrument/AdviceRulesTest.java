package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.ClientHook;
import dev.churnagent.hook.NativeHook;
import dev.churnagent.hook.TaskHook;
import dev.churnagent.instrument.library.LibraryAdvice;
import dev.churnagent.instrument.method.ScopeAdvice;
import dev.churnagent.instrument.method.WatchedMethodAdvice;
import dev.churnagent.instrument.netty.ConnectAdvice;
import dev.churnagent.instrument.socket.SocketConnectAdvice;
import dev.churnagent.instrument.task.ArgumentRunAdvice;
import dev.churnagent.instrument.task.ArgumentRunAgainAdvice;
import dev.churnagent.instrument.task.ClientBuiltAdvice;
import dev.churnagent.instrument.task.ClientUsedAdvice;
import dev.churnagent.instrument.task.ForkJoinRunAdvice;
import dev.churnagent.instrument.task.JettyQueueAdvice;
import dev.churnagent.instrument.task.LoopAdvice;
import dev.churnagent.instrument.task.PoolSubmitAdvice;
import dev.churnagent.instrument.task.RunAgainAdvice;
import dev.churnagent.instrument.task.SecondArgumentHandedOverAdvice;
import dev.churnagent.instrument.task.SecondArgumentRunAdvice;
import dev.churnagent.instrument.task.ThisHandedOverAdvice;
import dev.churnagent.instrument.task.ThreadStartAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice is copied into JDK classes, so much that is good elsewhere breaks there. */
class AdviceRulesTest {
  private static final Set<String> HOOKS =
      Set.of(
          internalName(ChurnHook.class),
          internalName(CallHook.class),
          internalName(TaskHook.class),
          internalName(ClientHook.class),
          internalName(NativeHook.class));

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** What a scope or a task ended with is nobody's business. */
  private static final Set<Class<?>> ENDS_ALIKE =
      Set.of(
          ScopeAdvice.class,
          ForkJoinRunAdvice.class,
          ArgumentRunAdvice.class,
          SecondArgumentHandedOverAdvice.class,
          SecondArgumentRunAdvice.class,
          RunAgainAdvice.class,
          ArgumentRunAgainAdvice.class,
          JettyQueueAdvice.class,
          LoopAdvice.class,
          ClientUsedAdvice.class);

  static List<Class<?>> advices() throws IOException, URISyntaxException {
    List<Class<?>> all = new ArrayList<>(besides(SocketConnectAdvice.class));
    all.addAll(besides(ThreadStartAdvice.class));
    all.addAll(besides(ConnectAdvice.class));
    all.add(WatchedMethodAdvice.class);
    all.add(ScopeAdvice.class);
    return all;
  }

  /** The classes of a package that holds nothing but advice. */
  private static List<Class<?>> besides(Class<?> advice) throws IOException, URISyntaxException {
    URI folder = advice.getResource(".").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> advice.getPackageName() + "." + name.replace(".class", ""))
          .sorted()
          .<Class<?>>map(AdviceRulesTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldUseEveryAdviceAndHaveNothingElseBesideIt() throws Exception {
    Set<Class<?>> sockets =
        used(Stream.of(false, true).flatMap(windows -> SocketHooks.of(windows).stream()));
    Set<Class<?>> clients = Set.of(ClientBuiltAdvice.class, ClientUsedAdvice.class);
    assertThat(sockets).containsAll(clients);
    sockets.removeAll(clients);
    assertThat(sockets).containsExactlyInAnyOrderElementsOf(besides(SocketConnectAdvice.class));
    List<Class<?>> tasks = new ArrayList<>(besides(ThreadStartAdvice.class));
    if (Runtime.version().feature() < 21) {
      tasks.remove(PoolSubmitAdvice.class);
      tasks.remove(ThisHandedOverAdvice.class);
    }
    Set<Class<?>> work = used(TaskHooks.here().stream());
    LibraryAdvice.names().forEach(name -> work.add(load(name)));
    work.addAll(clients);
    assertThat(work).containsExactlyInAnyOrderElementsOf(tasks);
    assertThat(advices()).allMatch(type -> type.getSimpleName().endsWith("Advice"));
  }

  private static Set<Class<?>> used(Stream<HookedClass> classes) {
    return classes
        .flatMap(one -> one.hooks().stream())
        .map(Hook::advice)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("advices")
  void shouldBeABareFinalClassOfStaticMethods(Class<?> advice) {
    assertThat(advice.getModifiers()).isEqualTo(Modifier.PUBLIC | Modifier.FINAL);
    assertThat(advice.getSuperclass()).isSameAs(Object.class);
    assertThat(advice.getInterfaces()).isEmpty();
    assertThat(advice.getDeclaredFields()).isEmpty();
    assertThat(advice.getDeclaredClasses()).isEmpty();
    Constructor<?>[] constructors = advice.getDeclaredConstructors();
    assertThat(constructors).hasSize(1);
    assertThat(Modifier.isPrivate(constructors[0].getModifiers())).isTrue();
    assertThat(advice.getDeclaredMethods())
        .isNotEmpty()
        .allMatch(method -> method.getModifiers() == (Modifier.PUBLIC | Modifier.STATIC))
        .allMatch(
            method ->
                method.isAnnotationPresent(Advice.OnMethodEnter.class)
                    != method.isAnnotationPresent(Advice.OnMethodExit.class));
  }

  @ParameterizedTest
  @MethodSource("advices")
  void shouldSuppressItsOwnFailuresAndStayInline(Class<?> advice) {
    for (Method method : advice.getDeclaredMethods()) {
      Advice.OnMethodEnter enter = method.getAnnotation(Advice.OnMethodEnter.class);
      Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
      assertThat(enter != null ? enter.suppress() : exit.suppress()).isSameAs(Throwable.class);
      assertThat(enter != null ? enter.inline() : exit.inline()).isTrue();
    }
  }

  /** A token from the entry must come back however the method ends. */
  @ParameterizedTest
  @MethodSource("advices")
  void shouldSeeFailuresWhereverAnAttemptEnds(Class<?> advice) {
    for (Method method : advice.getDeclaredMethods()) {
      Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
      boolean hasEntry = advice.getDeclaredMethods().length > 1;
      if (exit != null) {
        assertThat(exit.onThrowable() == Throwable.class)
            .as("onThrowable of %s", advice.getSimpleName())
            .isEqualTo(hasEntry);
        assertThat(has(method, Advice.Enter.class)).isEqualTo(returnsToken(advice));
        assertThat(has(method, Advice.Thrown.class))
            .isEqualTo(returnsToken(advice) && !ENDS_ALIKE.contains(advice));
      }
    }
  }

  private static boolean returnsToken(Class<?> advice) {
    return Arrays.stream(advice.getDeclaredMethods())
        .anyMatch(method -> method.getReturnType() == Object.class);
  }

  private static boolean has(Method method, Class<?> annotation) {
    return Arrays.stream(method.getParameterAnnotations())
        .flatMap(Arrays::stream)
        .anyMatch(found -> found.annotationType() == annotation);
  }

  /** Neither an assignment to the program's values, nor an array or a reflection per call. */
  @ParameterizedTest
  @MethodSource("advices")
  void shouldOnlyLookAtTheProgramsValues(Class<?> advice) {
    for (Method method : advice.getDeclaredMethods()) {
      assertThat(has(method, Advice.AllArguments.class))
          .as("a watched method's arguments are the exception")
          .isEqualTo(advice == WatchedMethodAdvice.class && method.getName().equals("enter"));
      assertThat(has(method, Advice.Origin.class)).isFalse();
      for (var annotations : method.getParameterAnnotations()) {
        assertThat(annotations).hasSize(1);
        assertThat(annotations[0].toString()).doesNotContain("readOnly=false");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("advices")
  void shouldReferToTheHookAndToExportedJdkTypesOnly(Class<?> advice) {
    Body body = Body.of(advice);

    assertThat(body.hookCallsPerMethod).allMatch(calls -> calls == 1, "one call to the hook");
    assertThat(body.forbidden).isEmpty();
    assertThat(body.owners)
        .containsAnyElementsOf(HOOKS)
        .allMatch(owner -> HOOKS.contains(owner) || isExportedByTheJdk(owner));
  }

  private static boolean isExportedByTheJdk(String internalName) {
    Class<?> type = load(internalName.replace('/', '.'));
    return type.getModule() == Object.class.getModule()
        && type.getModule().isExported(type.getPackageName());
  }

  @Test
  void shouldNoticeABadAdvice() {
    Body body = Body.of(BadAdvice.class);

    assertThat(body.forbidden).contains("invokedynamic", "field dev/churnagent", "new");
    assertThat(body.owners).anyMatch(owner -> owner.startsWith("dev/churnagent/instrument"));
  }

  /** What advice must not be. */
  static final class BadAdvice {
    static Runnable last;

    private BadAdvice() {}

    static void enter() {
      Object made = new Object();
      last = () -> made.hashCode();
    }
  }

  /** What a class's methods, other than its constructor, refer to. */
  private static final class Body extends ClassVisitor {
    final Set<String> owners = new TreeSet<>();
    final List<String> forbidden = new ArrayList<>();
    final List<Integer> hookCallsPerMethod = new ArrayList<>();

    private Body() {
      super(Opcodes.ASM9);
    }

    static Body of(Class<?> type) {
      Body body = new Body();
      String file = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        new ClassReader(in.readAllBytes()).accept(body, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return body;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (name.equals("<init>")) {
        return null;
      }
      if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
        forbidden.add("synthetic " + name);
      }
      return new MethodVisitor(Opcodes.ASM9) {
        private int hookCalls;

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
          owners.add(owner);
          hookCalls += HOOKS.contains(owner) ? 1 : 0;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          owners.add(owner);
          if (owner.startsWith("dev/churnagent")) {
            forbidden.add("field dev/churnagent");
          }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
          if (opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY) {
            forbidden.add("new");
          }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
          if (opcode == Opcodes.NEWARRAY) {
            forbidden.add("new");
          }
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
          forbidden.add("invokedynamic");
        }

        @Override
        public void visitLdcInsn(Object value) {
          forbidden.add("constant " + value);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
          forbidden.add("try");
        }

        @Override
        public void visitEnd() {
          hookCallsPerMethod.add(hookCalls);
        }
      };
    }
  }
}
