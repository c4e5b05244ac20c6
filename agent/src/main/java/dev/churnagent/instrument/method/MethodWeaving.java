package dev.churnagent.instrument.method;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Applies the two pieces of advice to methods of a class file; everything else stays as it is. */
final class MethodWeaving {
  private final ClassFileLocator files;

  /** Made at its first use, like the advice: most programs have no method to weave. */
  private volatile Advices advices;

  /**
   * Creates it; the advice is made at its first use, or by {@link #prepare}.
   *
   * @param files finds our advice
   */
  MethodWeaving(ClassFileLocator files) {
    this.files = files;
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
    return new ClassWeaving(classFile) {
      @Override
      protected MethodVisitor wrap(int access, String name, String descriptor, MethodVisitor next) {
        PlannedMethod planned = plan.method(name, descriptor);
        return planned == null ? next : wrapPlanned(planned, next);
      }

      /** The scope is the outer one, so that a watched call lies within it. */
      private MethodVisitor wrapPlanned(PlannedMethod planned, MethodVisitor next) {
        MethodVisitor wrapped = next;
        if (planned.isScope()) {
          wrapped = wrap(scope(), planned.scope(type()), wrapped);
        }
        if (planned.isWatched()) {
          wrapped = wrap(watched(), planned.watched(type()), wrapped);
        }
        return wrapped;
      }
    }.weave();
  }

  private Advices advices() {
    Advices known = advices;
    if (known == null) {
      known = new Advices(files, Advice.withCustomMapping().bind(MethodId.class, new IdMapping()));
      advices = known;
    }
    return known;
  }

  private Advice watched() {
    return advices().of(WatchedMethodAdvice.class.getName());
  }

  private Advice scope() {
    return advices().of(ScopeAdvice.class.getName());
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
