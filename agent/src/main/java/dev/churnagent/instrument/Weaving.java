package dev.churnagent.instrument;

import java.lang.reflect.Method;
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

/** Applies Byte Buddy's Advice to single methods of a class file. Not thread-safe. */
final class Weaving {
  private final Map<Class<?>, Advice> advices = new HashMap<>();
  private final ClassFileLocator locator = new OwnClassFiles();
  private final TypePool pool =
      new TypePool.Default(
          new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);

  /**
   * Weaves the hooks of one class.
   *
   * @param type the loaded class; its fields and methods are looked up by reflection
   * @return the new class file
   */
  byte[] weave(Class<?> type, List<Hook> hooks, byte[] classFile) {
    TypeDescription description = TypeDescription.ForLoadedType.of(type);
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
                next = wrap(description, method(type, hook), hook, next);
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

  private static MethodDescription method(Class<?> type, Hook hook) {
    for (Method candidate : type.getDeclaredMethods()) {
      if (candidate.getName().equals(hook.method())) {
        MethodDescription description = new MethodDescription.ForLoadedMethod(candidate);
        if (description.getDescriptor().equals(hook.descriptor())) {
          return description;
        }
      }
    }
    throw new IllegalStateException("reflection does not show " + hook.method());
  }

  private Advice advice(Class<?> type) {
    Advice known = advices.get(type);
    if (known == null) {
      // Described from its class file: reflection would make a proxy class for each annotation.
      known = Advice.to(pool.describe(type.getName()).resolve(), locator);
      advices.put(type, known);
    }
    return known;
  }
}
