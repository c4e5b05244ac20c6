package dev.churnagent.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;

/** Applies Byte Buddy's Advice to single methods of a class file. */
final class Weaving {
  private final Map<Class<?>, Advice> advices = new HashMap<>();
  private final ClassFileLocator locator = new OwnClassFiles();
  private final TypePool pool =
      new TypePool.Default(
          new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);

  /**
   * Weaves the hooks of one class.
   *
   * @param type the class's name; its fields and methods are read from class files
   * @return the new class file
   */
  byte[] weave(String type, List<Hook> hooks, byte[] classFile) {
    TypeDescription description = pool.describe(type).resolve();
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (Hook hook : hooks) {
              if (hook.is(name, descriptor)) {
                next = wrap(description, method(description, hook), hook, next);
                hook.woven();
              }
            }
            return next;
          }
        };
    reader.accept(visitor, 0);
    return writer.toByteArray();
  }

  private MethodVisitor wrap(
      TypeDescription type, MethodDescription method, Hook hook, MethodVisitor next) {
    return advice(hook.advice())
        .wrap(type, method, next, new WeavingContext(type), null, ClassWriter.COMPUTE_MAXS, 0);
  }

  private static MethodDescription method(TypeDescription type, Hook hook) {
    for (MethodDescription candidate : type.getDeclaredMethods()) {
      if (hook.is(candidate.getInternalName(), candidate.getDescriptor())) {
        return candidate;
      }
    }
    throw new IllegalStateException("not declared: " + hook.method());
  }

  /** Makes a hook's advice ahead of its use. */
  void prepare(Hook hook) {
    advice(hook.advice());
  }

  private synchronized Advice advice(Class<?> type) {
    Advice known = advices.get(type);
    if (known == null) {
      // Described from its class file: reflection would make a proxy class for each annotation.
      known = Advice.to(pool.describe(type.getName()).resolve(), locator);
      advices.put(type, known);
    }
    return known;
  }
}
