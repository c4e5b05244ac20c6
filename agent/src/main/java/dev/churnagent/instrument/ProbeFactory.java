package dev.churnagent.instrument;

import dev.churnagent.hook.SocketProbe;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes the {@link SocketProbe}: a class inside {@code sun.nio.ch} that calls package-private
 * methods of {@code Net}. Plain byte code instead of method handles, which cost several
 * milliseconds at start and a few nanoseconds at each close.
 */
public final class ProbeFactory {
  private static final String NAME = "sun/nio/ch/ChurnAgentSocketProbe";
  private static final String NET = "sun/nio/ch/Net";
  private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";
  private static final String ADDRESS = "(" + DESCRIPTOR + ")Ljava/net/InetSocketAddress;";
  private static final String OPTION = "Ljava/net/SocketOption;";

  private ProbeFactory() {}

  /**
   * Defines the class and makes its one instance.
   *
   * @throws InstantiationException never: the class is not abstract
   */
  public static SocketProbe create() throws InstantiationException {
    return (SocketProbe) BootClass.instance(classFile(), null);
  }

  private static byte[] classFile() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(SocketProbe.class)});
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();

    MethodVisitor poll =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "poll", "(" + DESCRIPTOR + "I)I", null, null);
    poll.visitCode();
    poll.visitVarInsn(Opcodes.ALOAD, 1);
    poll.visitVarInsn(Opcodes.ILOAD, 2);
    poll.visitInsn(Opcodes.LCONST_0);
    finish(poll, "poll", "(" + DESCRIPTOR + "IJ)I", Opcodes.IRETURN);

    MethodVisitor available =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "available", "(" + DESCRIPTOR + ")I", null, null);
    available.visitCode();
    available.visitVarInsn(Opcodes.ALOAD, 1);
    finish(available, "available", "(" + DESCRIPTOR + ")I", Opcodes.IRETURN);

    address(writer, "localAddress");
    address(writer, "remoteAddress");
    noDelay(writer);

    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void address(ClassWriter writer, String name) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, ADDRESS, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    finish(method, name, ADDRESS, Opcodes.ARETURN);
  }

  private static void noDelay(ClassWriter writer) {
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "noDelay", "(" + DESCRIPTOR + ")Ljava/lang/Object;", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(
        Opcodes.GETSTATIC, "java/net/StandardSocketOptions", "TCP_NODELAY", OPTION);
    finish(
        method,
        "getSocketOption",
        "(" + DESCRIPTOR + OPTION + ")Ljava/lang/Object;",
        Opcodes.ARETURN);
  }

  private static void finish(
      MethodVisitor method, String callee, String descriptor, int returnInstruction) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, NET, callee, descriptor, false);
    method.visitInsn(returnInstruction);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
