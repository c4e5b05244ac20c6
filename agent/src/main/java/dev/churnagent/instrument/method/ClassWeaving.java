package dev.churnagent.instrument.method;

import dev.churnagent.instrument.WeavingContext;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts advice into some methods of one class file that is not the JDK's; everything else stays as
 * it is. None of the program's classes is looked for: types are names only.
 */
public abstract class ClassWeaving {
  private static final int VERSION_OFFSET = 4;

  private final ClassReader reader;
  private final ClassFileVersion version;
  private final TypeDescription type;

  /** Reads a class file; throws whatever a malformed one leads to. */
  protected ClassWeaving(byte[] classFile) {
    reader = new ClassReader(classFile);
    version = ClassFileVersion.ofMinorMajor(ConstantPool.integer(classFile, VERSION_OFFSET));
    type = WovenMethod.named(reader.getClassName().replace('/', '.'), reader.getAccess());
  }

  /** The class as the advice sees it. */
  protected final TypeDescription type() {
    return type;
  }

  /** Weaves. Returns the new class file. */
  public final byte[] weave() {
    // Not COMPUTE_MAXS, as in Weaving. Methods that nobody wraps are copied byte by byte.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return wrap(
                access,
                name,
                descriptor,
                super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Puts advice before {@code next}, or returns that itself to leave the method as it is. */
  protected abstract MethodVisitor wrap(
      int access, String name, String descriptor, MethodVisitor next);

  /** Puts one advice before {@code next}. */
  protected final MethodVisitor wrap(Advice advice, WovenMethod method, MethodVisitor next) {
    return advice.wrap(type, method, next, new WeavingContext(type, version), null, 0, 0);
  }
}
