package dev.churnagent.instrument.method;

import dev.churnagent.instrument.JdkTypes;
import dev.churnagent.instrument.WeavingContext;
import java.util.Set;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;

/** Applies the two pieces of advice to methods of a class file; everything else stays as it is. */
final class MethodWeaving {
  private static final int VERSION_OFFSET = 4;

  private final ClassFileLocator files;
  private final TypePool pool;
  private volatile Advice watched;
  private volatile Advice scope;

  /**
   * Creates it; the advice is made at its first use, or by {@link #prepare}.
   *
   * @param files finds our advice
   */
  MethodWeaving(ClassFileLocator files) {
    this.files = files;
    this.pool =
        new TypePool.Default(
            new TypePool.CacheProvider.Simple(),
            files,
            TypePool.Default.ReaderMode.FAST,
            new JdkTypes(Set.of()));
  }

  /** Makes the advice now, because inside the program's class loading it would hold that up. */
  void prepare(boolean watchedToo, boolean scopeToo) {
    if (watchedToo) {
      watched();
    }
    if (scopeToo) {
      scope();
    }
  }

  /**
   * Weaves the planned methods.
   *
   * @return the new class file
   */
  byte[] weave(byte[] classFile, WeavingPlan plan) {
    ClassReader reader = new ClassReader(classFile);
    ClassFileVersion version =
        ClassFileVersion.ofMinorMajor(ConstantPool.integer(classFile, VERSION_OFFSET));
    TypeDescription type =
        WovenMethod.named(reader.getClassName().replace('/', '.'), reader.getAccess());
    // Not COMPUTE_MAXS, as in Weaving. Methods that nobody wraps are copied byte by byte.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            PlannedMethod planned = plan.method(name, descriptor);
            return planned == null ? next : wrap(type, version, planned, next);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** The scope is the outer one, so that a watched call lies within it. */
  private MethodVisitor wrap(
      TypeDescription type, ClassFileVersion version, PlannedMethod planned, MethodVisitor next) {
    MethodVisitor wrapped = next;
    if (planned.isScope()) {
      wrapped = wrap(scope(), type, version, planned.scope(type), wrapped);
    }
    if (planned.isWatched()) {
      wrapped = wrap(watched(), type, version, planned.watched(type), wrapped);
    }
    return wrapped;
  }

  private static MethodVisitor wrap(
      Advice advice,
      TypeDescription type,
      ClassFileVersion version,
      WovenMethod method,
      MethodVisitor next) {
    return advice.wrap(type, method, next, new WeavingContext(type, version), null, 0, 0);
  }

  /** Made twice if two threads come at once: no lock may be held in the program's class loading. */
  private Advice watched() {
    Advice made = watched;
    if (made == null) {
      made = make(WatchedMethodAdvice.class);
      watched = made;
    }
    return made;
  }

  private Advice scope() {
    Advice made = scope;
    if (made == null) {
      made = make(ScopeAdvice.class);
      scope = made;
    }
    return made;
  }

  private Advice make(Class<?> advice) {
    // Described from its class file: reflection would make a proxy class for each annotation.
    return Advice.withCustomMapping()
        .bind(MethodId.class, new IdMapping())
        .to(pool.describe(advice.getName()).resolve(), files);
  }

  /** Puts the method's number where the advice has a {@link MethodId}. */
  private static final class IdMapping implements Advice.OffsetMapping {
    @Override
    public Target resolve(
        TypeDescription type,
        MethodDescription method,
        Assigner assigner,
        Advice.ArgumentHandler arguments,
        Sort sort) {
      return new Target.ForStackManipulation(IntegerConstant.forValue(((WovenMethod) method).id()));
    }
  }
}
