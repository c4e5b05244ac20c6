package dev.churnagent.instrument.library;

import dev.churnagent.instrument.method.Advices;
import dev.churnagent.instrument.method.ClassWeaving;
import dev.churnagent.instrument.method.WovenMethod;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Weaves one class of a library. */
final class LibraryWeaving extends ClassWeaving {
  private static final int BRIDGE = 0x40;

  private final LibraryClass hooked;
  private final Advices advices;
  private final List<String> found = new ArrayList<>();

  LibraryWeaving(byte[] classFile, LibraryClass hooked, Advices advices) {
    super(classFile);
    this.hooked = hooked;
    this.advices = advices;
  }

  @Override
  protected MethodVisitor wrap(int access, String name, String descriptor, MethodVisitor next) {
    if (!hasCode(access)) {
      return next;
    }
    LibraryHook hook = hooked.hook(name, descriptor);
    List<LibraryCall> calls = hooked.calls(name, descriptor);
    if (hook != null || !calls.isEmpty()) {
      found.add(name);
    }
    MethodVisitor inner = calls.isEmpty() ? next : new CallVisitor(calls, next);
    return hook == null
        ? inner
        : wrap(
            advices.of(hook.advice()),
            WovenMethod.of(type(), access, name, descriptor, WovenMethod.NO_ID),
            inner);
  }

  /** A bridge only calls the method that is meant. */
  private static boolean hasCode(int access) {
    return !Modifier.isAbstract(access) && !Modifier.isNative(access) && (access & BRIDGE) == 0;
  }

  /** Names of the methods that were woven. */
  List<String> found() {
    return found;
  }
}
