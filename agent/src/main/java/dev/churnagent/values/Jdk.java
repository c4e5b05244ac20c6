package dev.churnagent.values;

/** Tells the JDK's classes from everybody else's. */
public final class Jdk {
  private Jdk() {}

  /**
   * Whether the class came with the JDK: a named module of the bootstrap or platform loader. What
   * was put on the bootstrap search path stands in no named module.
   */
  public static boolean owns(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return type.getModule().isNamed()
        && (loader == null || loader == ClassLoader.getPlatformClassLoader());
  }
}
