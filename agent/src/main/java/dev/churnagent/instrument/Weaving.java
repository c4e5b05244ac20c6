package dev.churnagent.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Applies Byte Buddy's Advice to single methods of a class file. */
final class Weaving {
  private final Map<Class<?>, Advice> advices = new HashMap<>();

  /**
   * Weaves the hooks of one class.
   *
   * @param type the loaded class; its fields and methods are looked up by reflection
   * @param woven receives each hook whose method was found
   * @return the new class file
   */
  synchronized byte[] weave(Class<?> type, List<Hook> hooks, byte[] classFile, List<Hook> woven) {
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
                woven.add(hook);
                next = wrap(description, method(type, hook), hook, next);
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
      known =
          Advice.to(
              TypeDescription.ForLoadedType.of(type),
              ClassFileLocator.Simple.of(type.getName(), classFile(type)));
      advices.put(type, known);
    }
    return known;
  }

  private static byte[] classFile(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no class file of " + type.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
