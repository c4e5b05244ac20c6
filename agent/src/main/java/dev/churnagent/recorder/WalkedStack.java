package dev.churnagent.recorder;

import java.util.function.Consumer;

/**
 * Hashes the current stack by walking it: complete on every VM and under every option, but about
 * ten times as dear as {@link BackTrace}, so only where that one does not work ({@code
 * -XX:-StackTraceInThrowable}, a small {@code MaxJavaStackTraceDepth}, another VM).
 */
final class WalkedStack {
  static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private WalkedStack() {}

  static long hash() {
    Hasher hasher = new Hasher();
    WALKER.forEach(hasher);
    return hasher.hash ^ hasher.hash >>> 32;
  }

  private static final class Hasher implements Consumer<StackWalker.StackFrame> {
    private long hash = 1;

    @Override
    public void accept(StackWalker.StackFrame frame) {
      long type = System.identityHashCode(frame.getDeclaringClass());
      long place = (long) frame.getMethodName().hashCode() << 32 ^ frame.getByteCodeIndex();
      hash = (hash ^ type) * 0x9e3779b97f4a7c15L;
      hash = (Long.rotateLeft(hash, 31) ^ place) * 0xc2b2ae3d27d4eb4fL;
    }
  }
}
