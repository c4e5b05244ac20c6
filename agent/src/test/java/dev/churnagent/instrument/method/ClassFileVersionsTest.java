package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.CallSink;
import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files of all ages must verify when they are woven. */
class ClassFileVersionsTest {
  private static final int FIRST_WITH_FRAMES = 50;
  private static final int LAST_WITH_SUBROUTINES = 49;

  private final RecordingCallSink sink = new RecordingCallSink();

  @AfterEach
  void stop() {
    CallHook.setSink(CallSink.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {46, 48, 49, 50, 51, 52, 61, 69})
  void shouldWeave(int version) throws Exception {
    assumeThat(version).isLessThanOrEqualTo(Runtime.version().feature() + 44);
    check(version, version >= FIRST_WITH_FRAMES);
  }

  /** In this format alone they may be missing. */
  @ParameterizedTest
  @ValueSource(ints = 50)
  void shouldWeaveWithoutStackMapFrames(int version) throws Exception {
    check(version, false);
  }

  private void check(int version, boolean frames) throws Exception {
    WeavingFixture fixture = new WeavingFixture("old.Old#twice;old.Old#size", "old.Old#twice");
    Class<?> type = fixture.define("old.Old", old(version, frames));
    Method twice = type.getMethod("twice", long.class, String.class);
    Method size = type.getMethod("size", Object.class);
    CallHook.setSink(sink);

    assertThat(twice.invoke(null, 21L, "x")).isEqualTo(42L);
    assertThat(twice.invoke(null, 21L, null)).isEqualTo(0L);
    assertThat(size.invoke(type.getDeclaredConstructor().newInstance(), "four")).isEqualTo("four");
    assertThat(fixture.troubles).isEmpty();
    assertThat(sink.events)
        .containsExactly(
            "scope 2",
            "call 1 [21, x]",
            "token 1 -> Long 42",
            "scope end 2",
            "scope 2",
            "call 1 [21, null]",
            "token 1 -> Long 0",
            "scope end 2",
            "call 3 [four]",
            "token 3 -> String four");
  }

  private static byte[] old(int version, boolean frames) {
    ClassWriter writer =
        new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(version, access, "old/Old", null, "java/lang/Object", null);
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    addTwice(writer);
    addSize(writer, version <= LAST_WITH_SUBROUTINES);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** {@code return text == null ? 0 : number + number}, with two returns. */
  private static void addTwice(ClassWriter writer) {
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "twice", "(JLjava/lang/String;)J", null, null);
    method.visitCode();
    Label some = new Label();
    method.visitVarInsn(Opcodes.ALOAD, 2);
    method.visitJumpInsn(Opcodes.IFNONNULL, some);
    method.visitInsn(Opcodes.LCONST_0);
    method.visitInsn(Opcodes.LRETURN);
    method.visitLabel(some);
    method.visitVarInsn(Opcodes.LLOAD, 0);
    method.visitVarInsn(Opcodes.LLOAD, 0);
    method.visitInsn(Opcodes.LADD);
    method.visitInsn(Opcodes.LRETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Returns its argument; the oldest compilers made a subroutine of each finally block. */
  private static void addSize(ClassWriter writer, boolean subroutine) {
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "size", "(Ljava/lang/Object;)Ljava/lang/Object;", null, null);
    method.visitCode();
    if (subroutine) {
      Label last = new Label();
      method.visitJumpInsn(Opcodes.JSR, last);
      method.visitVarInsn(Opcodes.ALOAD, 1);
      method.visitInsn(Opcodes.ARETURN);
      method.visitLabel(last);
      method.visitVarInsn(Opcodes.ASTORE, 2);
      method.visitVarInsn(Opcodes.RET, 2);
    } else {
      // The receiver's place holds a number in the end, as javac never does.
      method.visitInsn(Opcodes.ICONST_0);
      method.visitVarInsn(Opcodes.ISTORE, 0);
      method.visitVarInsn(Opcodes.ALOAD, 1);
      method.visitInsn(Opcodes.ARETURN);
    }
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
