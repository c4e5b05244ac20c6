package dev.churnagent.analysis;

/**
 * Recognises by name the classes that a library or the JDK generates around application classes.
 */
final class GeneratedClasses {
  private static final String[] MARKS = {
    "$$EnhancerBy",
    "$$SpringCGLIB$$",
    "$$FastClass",
    "$MockitoMock$",
    "$ByteBuddy$",
    "$HibernateProxy$",
    "_$$_jvst",
    "_$$_Weld",
    "$$Lambda",
  };

  private GeneratedClasses() {}

  /**
   * Whether a class of this name is a generated proxy or accessor.
   *
   * @param className binary name, not null
   */
  static boolean isGenerated(String className) {
    for (String mark : MARKS) {
      if (className.contains(mark)) {
        return true;
      }
    }
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    return isNumbered(simpleName, "$Proxy")
        || isNumbered(simpleName, "GeneratedMethodAccessor")
        || isNumbered(simpleName, "GeneratedConstructorAccessor");
  }

  /** Whether {@code name} is the prefix and a number; a person's {@code $ProxyFactory} is not. */
  private static boolean isNumbered(String name, String prefix) {
    if (!name.startsWith(prefix) || name.length() == prefix.length()) {
      return false;
    }
    return Digits.areAll(name, prefix.length(), name.length());
  }
}
