package dev.churnagent.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * The class files that Byte Buddy asks for: our advice, its own annotations, and what the hooked
 * classes inherit from.
 *
 * <p>As a transformer that changes nothing, it keeps each class of ours as the JVM loads it. To
 * read the same files out of our jar once more would cost some 15 ms before main: the JVM has
 * opened it natively, and Java code would open it again.
 */
final class ClassFiles implements ClassFileTransformer, ClassFileLocator {
  private static final String OWN = "dev/churnagent/";
  private static final String INSTRUMENT = "dev.churnagent.instrument.";

  private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    if (name != null && name.startsWith(OWN)) {
      loaded.put(name.replace('/', '.'), classFile);
    }
    return null;
  }

  /** Naming a class here has it loaded, and so kept, early enough. */
  void load(Class<?>... annotations) {
    for (Class<?> annotation : annotations) {
      if (!annotation.isAnnotation()) {
        throw new IllegalArgumentException(annotation.getName());
      }
    }
  }

  @Override
  public Resolution locate(String name) throws IOException {
    byte[] known = loaded.get(name);
    if (known != null) {
      return new Resolution.Explicit(known);
    }
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = open(name, resource)) {
      return in == null ? new Resolution.Illegal(name) : new Resolution.Explicit(in.readAllBytes());
    }
  }

  private static InputStream open(String name, String resource) throws IOException {
    // By the module: a look-up through the boot loader makes a URL and connects to it.
    return name.startsWith("java.") || name.startsWith("sun.")
        ? Object.class.getModule().getResourceAsStream(resource)
        : ClassFiles.class.getResourceAsStream('/' + resource);
  }

  /** Lets go of all but the advice, which late classes will need. */
  void forget() {
    for (Iterator<String> names = loaded.keySet().iterator(); names.hasNext(); ) {
      String name = names.next();
      if (!name.startsWith(INSTRUMENT) || !name.endsWith("Advice")) {
        names.remove();
      }
    }
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
