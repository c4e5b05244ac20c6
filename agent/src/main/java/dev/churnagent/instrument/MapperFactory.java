package dev.churnagent.instrument;

import dev.churnagent.journal.SegmentMapper;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes a {@link SegmentMapper} that maps by {@code java.lang.foreign}, which JDK 22 and later
 * have. There the first {@code MappedByteBuffer} of a JVM costs 30 ms, because it is made by
 * reflection; this costs 13. Byte code, because this project is compiled for JDK 17, and reflection
 * is what it is to do without.
 */
public final class MapperFactory {
  private static final int FIRST_WITH_FOREIGN_MEMORY = 22;
  private static final String CHANNEL = "java/nio/channels/FileChannel";
  private static final String ARENA = "java/lang/foreign/Arena";
  private static final String MEMORY = "java/lang/foreign/MemorySegment";
  private static final String MODE = "Ljava/nio/channels/FileChannel$MapMode;";

  private MapperFactory() {}

  /** The cheapest mapper for this JDK. */
  public static SegmentMapper create() {
    if (Runtime.version().feature() < FIRST_WITH_FOREIGN_MEMORY) {
      return SegmentMapper.BUFFERS;
    }
    try {
      return define();
    } catch (InstantiationException | LinkageError e) {
      // Another JDK than we know, or an earlier attach; the usual way is only slower.
      return SegmentMapper.BUFFERS;
    }
  }

  private static SegmentMapper define() throws InstantiationException {
    return (SegmentMapper) BootClass.instance(classFile(), SegmentMapper.class.getClassLoader());
  }

  private static byte[] classFile() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        Type.getInternalName(SegmentMapper.class) + "ByForeignMemory",
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(SegmentMapper.class)});
    map(
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "map", "(L" + CHANNEL + ";JJ)Ljava/lang/Object;", null, null));
    address(writer.visitMethod(Opcodes.ACC_PUBLIC, "address", "(Ljava/lang/Object;)J", null, null));
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** {@code return file.map(MapMode.READ_WRITE, offset, length, Arena.ofAuto())}. */
  private static void map(MethodVisitor method) {
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(Opcodes.GETSTATIC, CHANNEL + "$MapMode", "READ_WRITE", MODE);
    method.visitVarInsn(Opcodes.LLOAD, 2);
    method.visitVarInsn(Opcodes.LLOAD, 4);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, ARENA, "ofAuto", "()L" + ARENA + ";", true);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        CHANNEL,
        "map",
        "(" + MODE + "JJL" + ARENA + ";)L" + MEMORY + ";",
        false);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(7, 6);
    method.visitEnd();
  }

  /** {@code return ((MemorySegment) mapping).address()}. */
  private static void address(MethodVisitor method) {
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitTypeInsn(Opcodes.CHECKCAST, MEMORY);
    method.visitMethodInsn(Opcodes.INVOKEINTERFACE, MEMORY, "address", "()J", true);
    method.visitInsn(Opcodes.LRETURN);
    method.visitMaxs(2, 2);
    method.visitEnd();
  }
}
