package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.ChurnHook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String HOOK = ChurnHook.class.getName().replace('.', '/');

  private final Map<String, List<Hook>> hooks = new LinkedHashMap<>();
  private final Weaving weaving = new Weaving();

  SocketWeaverTest() {
    for (Hook hook : SocketHooks.of(WINDOWS)) {
      hooks.computeIfAbsent(hook.type(), type -> new ArrayList<>()).add(hook);
    }
  }

  @Test
  void shouldFindEveryMethodInThisJdk() throws IOException {
    for (List<Hook> ofType : hooks.values()) {
      weave(ofType);
      assertThat(ofType)
          .allSatisfy(
              hook -> assertThat(hook.trouble()).as(hook.type() + "." + hook.method()).isNull());
    }
  }

  @Test
  void shouldChangeTheHookedMethodsOnlyAndAddNoMember() throws IOException {
    for (List<Hook> ofType : hooks.values()) {
      Outline before = Outline.of(original(ofType.get(0).type()));
      Outline after = Outline.of(weave(ofType));

      assertThat(after.members).as(ofType.get(0).type()).isEqualTo(before.members);
      assertThat(before.hookCalls).isEmpty();
      List<String> expected = new ArrayList<>();
      for (Hook hook : ofType) {
        expected.add(hook.method() + hook.descriptor());
      }
      assertThat(after.hookCalls.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void shouldWeaveTheSameBytesAgain() throws IOException {
    for (List<Hook> ofType : hooks.values()) {
      byte[] first = weave(ofType);
      assertThat(weave(ofType)).isEqualTo(first);
    }
  }

  @Test
  void shouldSayWhichMethodThisJdkDoesNotHave() throws IOException {
    Class<?> advice = SocketHooks.of(true).get(0).advice();
    Hook missing = new Hook("sun/nio/ch/NioSocketImpl", "connectTo", "()V", advice);
    weaving.weave(missing.typeName(), List.of(missing), original(missing.type()));

    assertThat(missing.trouble()).isEqualTo("the method was not found");
  }

  @Test
  void shouldLeaveEveryOtherClassAlone() throws IOException {
    SocketWeaver weaver = SocketWeaver.prepare();
    byte[] socket = original("java/net/Socket");

    assertThat(weaver.transform(null, "java/lang/String", String.class, null, socket)).isNull();
    assertThat(weaver.transform(null, null, String.class, null, socket)).isNull();
    assertThat(weaver.transform(null, "java/net/Socket", null, null, socket))
        .as("a first load")
        .isNull();
    assertThat(
            weaver.transform(
                getClass().getClassLoader(), "java/net/Socket", getClass(), null, socket))
        .as("somebody else's class of that name")
        .isNull();
    assertThat(weaver.transform(null, "java/net/Socket", java.net.Socket.class, null, new byte[9]))
        .as("a fault is no exception")
        .isNull();
    assertThat(weaver.transform(null, "java/net/Socket", java.net.Socket.class, null, socket))
        .isNotNull();
  }

  /**
   * Runs a JVM whose {@code java.base} is patched with the woven classes, and lets its verifier
   * check every one: stack heights, types and frames.
   */
  @Test
  void shouldWeaveWhatTheJvmsVerifierAccepts(@TempDir Path directory) throws Exception {
    Path patch = directory.resolve("patch");
    copyHook(patch);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UnlockDiagnosticVMOptions");
    command.add("-XX:+BytecodeVerificationLocal");
    command.add("-Xshare:off");
    command.add("--patch-module");
    command.add("java.base=" + patch);
    command.add("-cp");
    command.add(
        Path.of(LinkClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    command.add(LinkClasses.class.getName());
    for (List<Hook> ofType : hooks.values()) {
      Path file = patch.resolve(ofType.get(0).type() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, weave(ofType));
      command.add(ofType.get(0).typeName());
    }

    assertThat(run(command, directory)).isEqualTo("verified " + hooks.size());

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
        .collect(java.util.stream.Collectors.joining("\n"));
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

  private byte[] weave(List<Hook> ofType) throws IOException {
    Hook first = ofType.get(0);
    return weaving.weave(first.typeName(), ofType, original(first.type()));
  }

  private static byte[] original(String type) throws IOException {
    try (InputStream in = Object.class.getResourceAsStream("/" + type + ".class")) {
      assertThat(in).as(type).isNotNull();
      return in.readAllBytes();
    }
  }

  /** A class's members, and which methods call the hook. */
  private static final class Outline extends ClassVisitor {
    final List<String> members = new ArrayList<>();
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
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
          if (owner.equals(HOOK)) {
            hookCalls.merge(name + descriptor, 1, Integer::sum);
          }
        }
      };
    }
  }
}
