package dev.churnagent.instrument.method;

import dev.churnagent.instrument.JdkTypes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** Our advice, by the name of its class; made at its first use and kept. */
public final class Advices {
  private final Map<String, Advice> made = new ConcurrentHashMap<>();
  private final ClassFileLocator files;
  private final Advice.WithCustomMapping mapping;
  private final TypePool pool;

  /**
   * Creates it.
   *
   * @param files finds our advice: {@link dev.churnagent.instrument.SocketWeaver#classFiles}
   * @param mapping what the advice's own annotations mean
   */
  public Advices(ClassFileLocator files, Advice.WithCustomMapping mapping) {
    this.files = files;
    this.mapping = mapping;
    this.pool =
        new TypePool.Default(
            new TypePool.CacheProvider.Simple(),
            files,
            TypePool.Default.ReaderMode.FAST,
            new JdkTypes(Set.of()));
  }

  /**
   * The advice of that class. Made twice if two threads come at once: no lock may be held in the
   * program's class loading.
   */
  public Advice of(String className) {
    Advice known = made.get(className);
    if (known == null) {
      // Described from its class file: reflection would make a proxy class for each annotation.
      known = mapping.to(pool.describe(className).resolve(), files);
      made.put(className, known);
    }
    return known;
  }
}
