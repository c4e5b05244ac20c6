package dev.churnagent.recorder;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.CodeOrigin;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.internal.access.SharedSecrets;

/**
 * Ids for classes, each written to the journal once with where its code came from. Classes are held
 * weakly. Not thread-safe; the caller holds its own lock.
 */
final class ClassOrigins {
  private final Map<Class<?>, Integer> ids = new WeakHashMap<>();
  private int next;

  int idOf(StackWalker.StackFrame frame, JournalWriter journal) {
    Class<?> type = frame.getDeclaringClass();
    Integer known = ids.get(type);
    if (known != null) {
      return known;
    }
    int id = next++;
    ids.put(type, id);
    journal.appendPayload(
        RecordType.CLASS_DEFINED, id, PayloadOutput.origin(originOf(type, frame)));
    return id;
  }

  private static CodeOrigin originOf(Class<?> type, StackWalker.StackFrame frame) {
    String moduleName = type.getModule().getName();
    return new CodeOrigin(
        type.getName(), frame.getFileName(), location(type), moduleName, isJdk(type, moduleName));
  }

  private static boolean isJdk(Class<?> type, String moduleName) {
    if (moduleName == null) {
      return type.getClassLoader() == null;
    }
    return moduleName.startsWith("java.")
        || moduleName.startsWith("jdk.")
        || type.getClassLoader() == null
        || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
  }

  /** Without {@link URL#toString()}, which may run a handler that the application brought. */
  private static String location(Class<?> type) {
    // Not Class.getProtectionDomain(), which asks a security manager for the program's permission.
    ProtectionDomain domain = SharedSecrets.getJavaLangAccess().protectionDomain(type);
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL url = source == null ? null : source.getLocation();
    return url == null ? null : url.getProtocol() + ":" + url.getFile();
  }
}
