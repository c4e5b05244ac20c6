package dev.churnagent.analysis;

/** Groups of JDK classes that tell nothing about who wanted a connection. */
final class JdkFrames {
  private static final String[] PLUMBING = {
    "java.lang.reflect.", "java.lang.invoke.", "jdk.internal.reflect.", "sun.reflect.",
  };

  private static final String[] SOCKETS_AND_THREADS = {
    "java.net.",
    "java.nio.",
    "sun.nio.",
    "sun.net.",
    "sun.security.ssl.",
    "javax.net.",
    "jdk.internal.misc.",
    "jdk.internal.vm.",
    "java.security.AccessController",
    "java.lang.Thread",
    "java.lang.VirtualThread",
  };

  private JdkFrames() {}

  /** Reflection and method handles: between two frames of the program, never part of the story. */
  static boolean isPlumbing(String className) {
    return startsWithAny(className, PLUMBING);
  }

  /** Frames that are in every connect, or in every thread. */
  static boolean saysNothing(String className) {
    return isPlumbing(className) || startsWithAny(className, SOCKETS_AND_THREADS);
  }

  /**
   * The thread that works for the garbage collector; not the rest of the same machinery, which a
   * plain close passes too.
   */
  static boolean isCollector(String className, String method) {
    return className.equals("jdk.internal.ref.CleanerImpl") && method.equals("run")
        || className.equals("java.lang.ref.Finalizer$FinalizerThread")
        || className.equals("java.lang.ref.Reference$ReferenceHandler");
  }

  private static boolean startsWithAny(String className, String[] prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
