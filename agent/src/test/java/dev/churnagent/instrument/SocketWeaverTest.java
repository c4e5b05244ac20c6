package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.ClientHook;
import dev.churnagent.hook.WireHook;
import dev.churnagent.instrument.socket.SocketConnectAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weaves the running JDK's own class files; no agent, no loaded class is touched. */
class SocketWeaverTest {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final Set<String> HOOKS =
      Set.of(
          ChurnHook.class.getName().replace('.', '/'),
          WireHook.class.getName().replace('.', '/'),
          ClientHook.class.getName().replace('.', '/'));

  private final List<HookedClass> hooked = SocketHooks.of(WINDOWS);
  private final Weaving weaving =
      new Weaving(
          new ClassFiles(), hooked.stream().map(HookedClass::name).collect(Collectors.toSet()));

  @Test
  void shouldFindEveryMethodInThisJdk() throws IOException {
    for (HookedClass one : hooked) {
      weave(one);
      assertThat(one.troubles()).isEmpty();
    }
  }

  @Test
  void shouldChangeTheHookedMethodsOnlyAndAddNoMember() throws IOException {
    for (HookedClass one : hooked) {
      Outline before = Outline.of(original(one.internalName()));
      Outline after = Outline.of(weave(one));

      assertThat(after.members).as(one.name()).isEqualTo(before.members);
      assertThat(before.hookCalls).isEmpty();
      List<String> expected = new ArrayList<>();
      for (String method : before.methods) {
        int descriptor = method.indexOf('(');
        if (one.hooks().stream()
            .anyMatch(h -> h.is(method.substring(0, descriptor), method.substring(descriptor)))) {
          expected.add(method);
        }
      }
      long hookedMethods =
          one.hooks().stream().map(hook -> hook.method() + hook.descriptor()).distinct().count();
      assertThat((long) expected.size()).isGreaterThanOrEqualTo(hookedMethods);
      assertThat(after.hookCalls.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void shouldWeaveTheSameBytesAgain() throws IOException {
    for (HookedClass one : hooked) {
      byte[] first = weave(one);
      assertThat(weave(one)).isEqualTo(first);
    }
  }

  @Test
  void shouldSayWhichMethodThisJdkDoesNotHave() throws IOException {
    HookedClass missing =
        HookedClass.early("sun/nio/ch/NioSocketImpl")
            .with("connectTo", "()V", SocketConnectAdvice.class);
    weave(missing);

    assertThat(missing.troubles())
        .containsExactly("sun.nio.ch.NioSocketImpl.connectTo: the method was not found");
  }

  @Test
  void shouldSayWhichCallThisJdkDoesNotMake() throws IOException {
    HookedClass missing =
        HookedClass.early("sun/nio/ch/NioSocketImpl")
            .with(
                "close",
                "()V",
                new WireCall()
                    .around("sun/nio/ch/Net", "forget", "()I")
                    .leaving("asyncRead", "(I)V"));
    weave(missing);

    assertThat(missing.troubles())
        .containsExactly("sun.nio.ch.NioSocketImpl.close: no call of forget in it");
  }

  @Test
  void shouldLeaveEveryOtherClassAlone() throws IOException {
    SocketWeaver weaver = new SocketWeaver(jvm());
    byte[] socket = original("java/net/Socket");

    assertThat(weaver.transform(null, "java/lang/String", String.class, null, socket)).isNull();
    assertThat(weaver.transform(null, null, String.class, null, socket)).isNull();
    assertThat(
            weaver.transform(
                getClass().getClassLoader(), "java/net/Socket", getClass(), null, socket))
        .as("somebody else's class of that name")
        .isNull();
    assertThat(weaver.transform(null, "java/net/Socket", Socket.class, null, new byte[9]))
        .as("a fault is no exception")
        .isNull();
    assertThat(weaver.transform(null, "java/net/Socket", Socket.class, null, socket)).isNotNull();
  }

  @Test
  void shouldWeaveALateClassAtItsFirstLoadAndAnEarlyOneNot() throws IOException {
    SocketWeaver weaver = new SocketWeaver(jvm());
    String early = "sun/nio/ch/NioSocketImpl";

    assertThat(weaver.transform(null, "java/net/Socket", null, null, original("java/net/Socket")))
        .isNotNull();
    assertThat(weaver.transform(null, early, null, null, original(early)))
        .as("it is retransformed at once, and would be woven twice for nothing")
        .isNull();
  }

  @Test
  void shouldTellOfALateClassThatWasLoadedBehindItsBack() throws IOException {
    SocketWeaver weaver = new SocketWeaver(jvm(Socket.class, String.class));

    assertThat(weaver.unhooked())
        .containsExactly("java.net.Socket: was loaded where it could not be hooked");
    weaver.transform(null, "java/net/Socket", null, null, original("java/net/Socket"));
    assertThat(weaver.unhooked()).isEmpty();
  }

  @Test
  void shouldWeaveLateClassesThatAreLoadedAlreadyAndTellWhatFails() throws IOException {
    List<String> troubles = new ArrayList<>();
    List<Class<?>> retransformed = new ArrayList<>();
    SocketWeaver weaver = new SocketWeaver(jvm(retransformed, Socket.class));
    weaver.install(troubles::add);

    assertThat(retransformed).contains(Socket.class).doesNotContain(String.class);
    assertThat(retransformed).anyMatch(type -> type.getName().endsWith("NioSocketImpl"));
    // This JVM only pretends: nothing came back for weaving, so every hook is told as missing.
    assertThat(troubles).anyMatch(line -> line.startsWith("java.net.Socket.connect:"));

    troubles.clear();
    assertThat(weaver.transform(null, "java/net/SocksSocketImpl", null, null, new byte[9]))
        .isNull();
    assertThat(troubles).hasSize(1).first().asString().startsWith("java.net.SocksSocketImpl");
  }

  @Test
  void shouldLeaveNothingInAJvmThatIsNotRecordedAfterAll() {
    List<Class<?>> retransformed = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    Instrumentation jvm = jvm(retransformed);
    Instrumentation noted =
        (Instrumentation)
            Proxy.newProxyInstance(
                SocketWeaverTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName());
                  return method.invoke(jvm, arguments);
                });
    new SocketWeaver(noted).abandon();

    assertThat(calls).containsExactly("addTransformer", "removeTransformer");
  }

  /** A JVM in which nothing but these boot classes is loaded. */
  private static Instrumentation jvm(Class<?>... loaded) {
    return jvm(new ArrayList<>(), loaded);
  }

  private static Instrumentation jvm(List<Class<?>> retransformed, Class<?>... loaded) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            SocketWeaverTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getInitiatedClasses":
                  return loaded;
                case "retransformClasses":
                  retransformed.addAll(List.of((Class<?>[]) arguments[0]));
                  return null;
                case "removeTransformer":
                  return true;
                case "addTransformer":
                  return null;
                default:
                  throw new UnsupportedOperationException(method.toString());
              }
            });
  }

  /**
   * Runs a JVM whose {@code java.base} is patched with the woven classes, and lets its verifier
   * check every one: stack heights, types and frames.
   */
  @Test
  void shouldWeaveWhatTheJvmsVerifierAccepts(@TempDir Path directory) throws Exception {
    Path patch = directory.resolve("patch");
    Path patchOfHttp = directory.resolve("http");
    copyHook(patch);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UnlockDiagnosticVMOptions");
    command.add("-XX:+BytecodeVerificationLocal");
    command.add("-Xshare:off");
    command.add("--patch-module");
    command.add("java.base=" + patch);
    command.add("--patch-module");
    command.add("java.net.http=" + patchOfHttp);
    command.add("-cp");
    command.add(
        Path.of(LinkClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    command.add(LinkClasses.class.getName());
    for (HookedClass one : hooked) {
      boolean http = one.internalName().startsWith("jdk/internal/net/http");
      Path file = (http ? patchOfHttp : patch).resolve(one.internalName() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, weave(one));
      command.add(one.name());
    }

    assertThat(run(command, directory)).isEqualTo("verified " + hooked.size());

    // The same with one broken class, to know that the verifier really looks.
    Path broken = patch.resolve("java/net/SocksSocketImpl.class");
    Files.write(broken, BrokenMethods.breakStacks(Files.readAllBytes(broken)));
    assertThat(run(command, directory)).contains("VerifyError");
  }

  private static String run(List<String> command, Path directory) throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor();
    return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("WARNING:") && !line.contains("warning:"))
        .collect(Collectors.joining("\n"));
  }

  private static void copyHook(Path patch) throws Exception {
    URI folder = ChurnHook.class.getResource(".").toURI();
    Path target = Files.createDirectories(patch.resolve("dev/churnagent/hook"));
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private byte[] weave(HookedClass one) throws IOException {
    return weaving.weave(one, original(one.internalName()));
  }

  private static byte[] original(String type) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      assertThat(in).as(type).isNotNull();
      return in.readAllBytes();
    }
  }

  /** A class's members, and which methods call the hook. */
  private static final class Outline extends ClassVisitor {
    final List<String> members = new ArrayList<>();
    final List<String> methods = new ArrayList<>();
    final Map<String, Integer> hookCalls = new LinkedHashMap<>();

    private Outline() {
      super(Opcodes.ASM9);
    }

    static Outline of(byte[] classFile) {
      Outline outline = new Outline();
      new ClassReader(classFile).accept(outline, 0);
      return outline;
    }

    @Override
    public net.bytebuddy.jar.asm.FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      members.add(access + " " + name + " " + descriptor);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      members.add(access + " " + name + descriptor);
      methods.add(name + descriptor);
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
          if (HOOKS.contains(owner)) {
            hookCalls.merge(name + descriptor, 1, Integer::sum);
          }
        }
      };
    }
  }
}
