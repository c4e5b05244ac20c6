package dev.churnagent.instrument;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/** Applies Byte Buddy's Advice, or puts calls, to single methods of a class file. */
final class Weaving {
  private final Map<Class<?>, Advice> advices = new ConcurrentHashMap<>();
  private final ClassFileLocator locator;
  private final TypePool jdk;
  private final TypePool pool;
  private volatile boolean starting = true;

  /**
   * Loads most of Byte Buddy, which takes long.
   *
   * @param locator finds the advice, and whatever its signatures and those of the hooked classes
   *     name
   * @param hooked names of the hooked classes
   */
  Weaving(ClassFileLocator locator, Set<String> hooked) {
    this.locator = locator;
    this.jdk = new JdkTypes(hooked);
    this.pool = pool(locator);
  }

  private TypePool pool(ClassFileLocator locator) {
    return new TypePool.Default(
        new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST, jdk);
  }

  /**
   * Weaves the hooks of one class. The class itself is described by the bytes that are given, so
   * that it need not be loaded yet.
   *
   * @return the new class file
   */
  byte[] weave(HookedClass hooked, byte[] classFile) {
    TypeDescription type = hooked.hasAdvice() ? describe(hooked.name(), classFile) : null;
    ClassReader reader = new ClassReader(classFile);
    // Never COMPUTE_MAXS: from Java 7's format on, ASM derives the stack's size from the stack map
    // frames, and class files from the class-data archive of JDK 17 have none. The result was too
    // small, which no verifier sees in a boot class and which crashes the JVM at a collection.
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (Hook hook : hooked.hooks()) {
              if (hook.is(name, descriptor)) {
                next = wrap(type, hook, next);
              }
            }
            return next;
          }
        };
    reader.accept(visitor, 0);
    return writer.toByteArray();
  }

  private TypeDescription describe(String name, byte[] classFile) {
    ClassFileLocator given = ClassFileLocator.Simple.of(name, classFile);
    return pool(new ClassFileLocator.Compound(given, locator)).describe(name).resolve();
  }

  private MethodVisitor wrap(TypeDescription type, Hook hook, MethodVisitor next) {
    if (hook.wireCall() != null) {
      return hook.wireCall().wrap(hook, next);
    }
    hook.found();
    WeavingContext context = new WeavingContext(type);
    return advice(hook.advice()).wrap(type, method(type, hook), next, context, null, 0, 0);
  }

  private static MethodDescription method(TypeDescription type, Hook hook) {
    for (MethodDescription candidate : type.getDeclaredMethods()) {
      // The name first: a descriptor is put together anew each time.
      if (candidate.getInternalName().equals(hook.method())
          && candidate.getDescriptor().equals(hook.descriptor())) {
        return candidate;
      }
    }
    throw new IllegalStateException("not declared: " + hook.method());
  }

  /** Makes a hook's advice ahead of its use. */
  void prepare(Hook hook) {
    if (hook.advice() != null) {
      advice(hook.advice());
    }
  }

  /** From now on the program's threads come here. */
  void started() {
    starting = false;
  }

  private Advice advice(Class<?> type) {
    Advice known = advices.get(type);
    if (known != null) {
      return known;
    }
    if (starting) {
      // Our two threads share the work.
      synchronized (this) {
        known = advices.get(type);
        return known != null ? known : make(type);
      }
    }
    // Without a lock: this thread may be inside a static initialiser that another one waits for.
    return make(type);
  }

  private Advice make(Class<?> type) {
    // Described from its class file: reflection would make a proxy class for each annotation.
    Advice made = Advice.to(pool.describe(type.getName()).resolve(), locator);
    advices.put(type, made);
    return made;
  }
}
