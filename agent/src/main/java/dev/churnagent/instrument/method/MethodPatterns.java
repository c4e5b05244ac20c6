package dev.churnagent.instrument.method;

import dev.churnagent.config.ClassPattern;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which methods the patterns of one option mean: those of a matching class, and each implementation
 * of them in a class below it. The cheap questions come first, because every class that the program
 * loads is asked.
 */
final class MethodPatterns {
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  private final List<ClassPattern> patterns;
  private final boolean jdkToo;
  private final Set<String> matched = ConcurrentHashMap.newKeySet();

  /**
   * Of one option.
   *
   * @param patterns as the user wrote them; may be empty
   */
  MethodPatterns(List<ClassPattern> patterns) {
    this.patterns = patterns;
    boolean jdk = false;
    for (ClassPattern pattern : patterns) {
      jdk |= mayNameJdk(pattern.toString());
    }
    jdkToo = jdk;
  }

  private static boolean mayNameJdk(String pattern) {
    int star = pattern.indexOf('*');
    for (String start : JDK) {
      if (pattern.startsWith(start) || star >= 0 && start.startsWith(pattern.substring(0, star))) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** Whether to follow the JDK's types from class to class: few patterns mean one. */
  boolean meanJdkToo() {
    return jdkToo;
  }

  /** The pattern that means this method, or null. */
  ClassPattern meaning(ClassOutline type, MethodOutline method, Ancestors ancestors) {
    if (!method.isWritten()) {
      return null;
    }
    for (ClassPattern pattern : patterns) {
      if (pattern.matchesMethod(method.name())
          && (isNamed(pattern, type, method) || isImplementation(pattern, method, ancestors))) {
        matched.add(pattern.toString());
        return pattern;
      }
    }
    return null;
  }

  private static boolean isNamed(ClassPattern pattern, ClassOutline type, MethodOutline method) {
    return pattern.matchesClass(type.binaryName())
        && (pattern.namesMethod() || isOfInterest(type, method));
  }

  /** Of a whole class, what a person wrote for others to call. */
  private static boolean isOfInterest(ClassOutline type, MethodOutline method) {
    boolean madeForEnum =
        type.isEnum()
            && Modifier.isStatic(method.access())
            && (method.name().equals("values") || method.name().equals("valueOf"));
    return method.isPublic() && !method.isOfObject() && !madeForEnum;
  }

  private static boolean isImplementation(
      ClassPattern pattern, MethodOutline method, Ancestors ancestors) {
    if (!method.isInherited()) {
      return false;
    }
    String shape = null;
    for (String ancestor : ancestors.all()) {
      if (pattern.matchesClass(ancestor.replace('/', '.'))) {
        shape = shape == null ? method.shape() : shape;
        if (pattern.namesMethod()
            ? ancestors.has(ancestor, shape)
            : !method.isOfObject() && ancestors.declaresPublic(ancestor, shape)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a pattern's class could be this class or an ancestor, whatever the methods. */
  boolean mayMean(String className) {
    for (ClassPattern pattern : patterns) {
      if (pattern.matchesClass(className)) {
        return true;
      }
    }
    return false;
  }

  /** The patterns that have met no method yet, as written. */
  List<String> unmatched() {
    List<String> unmatched = new ArrayList<>();
    for (ClassPattern pattern : patterns) {
      if (!matched.contains(pattern.toString())) {
        unmatched.add(pattern.toString());
      }
    }
    return unmatched;
  }
}
