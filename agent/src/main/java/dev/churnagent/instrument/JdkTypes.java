package dev.churnagent.instrument;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;

/**
 * Describes the JDK's public types by their loaded classes, which is much cheaper than by their
 * class files. Never one that is hooked: loading it from inside the weaving of another class, or of
 * itself, would leave it unhooked.
 */
public final class JdkTypes implements TypePool {
  private final Set<String> hooked;

  /**
   * Creates it.
   *
   * @param hooked names of the classes to keep away from
   */
  public JdkTypes(Set<String> hooked) {
    this.hooked = hooked;
  }

  @Override
  public Resolution describe(String name) {
    if (isOfHttpClient(name) && !hooked.contains(name)) {
      // Only the name is asked for; the class would be the platform loader's, its file perhaps
      // out of reach where the program is in the middle of loading it.
      return new Resolution.Simple(
          new TypeDescription.Latent(name, Modifier.PUBLIC, null, List.of()));
    }
    if (name.startsWith("java.") && !hooked.contains(name)) {
      try {
        return new Resolution.Simple(
            TypeDescription.ForLoadedType.of(Class.forName(name, false, null)));
      } catch (ClassNotFoundException e) {
        return new Resolution.Illegal(name);
      }
    }
    return new Resolution.Illegal(name);
  }

  private static boolean isOfHttpClient(String name) {
    return name.startsWith("jdk.internal.net.http.") || name.startsWith("java.net.http.");
  }

  @Override
  public void clear() {
    // Nothing is kept.
  }
}
