package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import dev.churnagent.model.WatchedMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells application classes from libraries and the JDK: by the {@code app} patterns if there are
 * any, else by code source. A class that was generated around another is never application, since
 * nobody wrote it; nor is, without patterns, one of a known tool or library in the main jar.
 */
final class CodeClassifier {
  /** {@code org.apache.kafka.}, but not all of Apache's. */
  private static final int FAMILY = 3;

  private final List<ClassPattern> application;
  private final CodeLocation mainLocation;
  private final Map<String, Boolean> matched = new HashMap<>();
  private final Map<String, Boolean> foreign = new HashMap<>();

  /** The packages of main methods in the main jar, cut to their first {@link #FAMILY} names. */
  private final Set<String> mainFamilies = new HashSet<>();

  private final Set<String> testClasses = new HashSet<>();
  private final Set<String> testLocations = new HashSet<>();

  /**
   * Creates one for one run.
   *
   * @param application patterns of application classes; empty: decide by code source
   * @param mainLocation code source of the run's main jar or module, or null
   */
  CodeClassifier(List<ClassPattern> application, String mainLocation) {
    this.application = application;
    this.mainLocation = mainLocation == null ? null : CodeLocation.of(mainLocation);
  }

  /** Learns from a method that is woven: the jar that test methods lie in is application. */
  void learnFrom(WatchedMethod method) {
    if (method.scope() && method.pattern() == null) {
      testClasses.add(method.className());
    }
  }

  /** Learns from a stack, before its classes are asked for, where tests and main methods lie. */
  void learnFrom(CallStack stack) {
    for (CallStack by = stack; by != null; by = by.handedOverBy()) {
      List<Frame> frames = by.frames();
      if (!frames.isEmpty()) {
        learnMain(frames.get(frames.size() - 1));
      }
      if (!testClasses.isEmpty()) {
        learnTests(frames);
      }
    }
  }

  private void learnMain(Frame outermost) {
    String className = outermost.origin().className();
    if (outermost.method().equals("main")
        && outermost.origin().location() != null
        && isMainJar(CodeLocation.of(outermost.origin().location()))
        && !WellKnownCode.isRunner(className)
        && mainFamilies.add(family(className))) {
      foreign.clear();
    }
  }

  private void learnTests(List<Frame> frames) {
    for (Frame frame : frames) {
      CodeOrigin origin = frame.origin();
      if (origin.location() != null && testClasses.contains(origin.className())) {
        testLocations.add(origin.location());
      }
    }
  }

  private boolean isMainJar(CodeLocation code) {
    return mainLocation != null && code.isSameFile(mainLocation);
  }

  /** The package with its last dot, or its first names; empty for the unnamed package. */
  private static String family(String className) {
    int end = 0;
    for (int names = 0; names < FAMILY; names++) {
      int dot = className.indexOf('.', end);
      if (dot < 0) {
        break;
      }
      end = dot + 1;
    }
    return className.substring(0, end);
  }

  CodeKind kindOf(CodeOrigin origin) {
    String className = WrittenName.withoutHiddenSuffix(origin.className());
    if (GeneratedClasses.isGenerated(className)) {
      return origin.jdk() ? CodeKind.JDK : CodeKind.LIBRARY;
    }
    if (!application.isEmpty()) {
      return matchesPattern(className) ? CodeKind.APPLICATION : notApplication(origin);
    }
    if (origin.jdk()) {
      return CodeKind.JDK;
    }
    return isApplicationByLocation(className, origin.location())
        ? CodeKind.APPLICATION
        : CodeKind.LIBRARY;
  }

  private static CodeKind notApplication(CodeOrigin origin) {
    return origin.jdk() ? CodeKind.JDK : CodeKind.LIBRARY;
  }

  private boolean isApplicationByLocation(String className, String location) {
    if (location == null) {
      return true;
    }
    CodeLocation code = CodeLocation.of(location);
    if (code.isNestedClasses()) {
      return true;
    }
    if (testLocations.contains(location) || isMainJar(code)) {
      return !isForeign(className);
    }
    return !code.isJar();
  }

  private boolean isForeign(String className) {
    Boolean known = foreign.get(className);
    if (known == null) {
      known =
          WellKnownCode.isRunner(className)
              || WellKnownCode.isLibrary(className) && !mainFamilies.contains(family(className));
      foreign.put(className, known);
    }
    return known;
  }

  /** Patterns are regular expressions underneath, so each class is asked about once. */
  private boolean matchesPattern(String className) {
    Boolean known = matched.get(className);
    if (known == null) {
      known = matchesAny(className) || matchesAny(WrittenName.of(className, "invoke").className());
      matched.put(className, known);
    }
    return known;
  }

  private boolean matchesAny(String className) {
    for (ClassPattern pattern : application) {
      if (pattern.matchesClass(className)) {
        return true;
      }
    }
    return false;
  }
}
