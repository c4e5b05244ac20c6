package dev.churnagent.instrument.method;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds test methods by their annotations: JUnit 4, JUnit 5 and later, TestNG, Spock, and whatever
 * is composed of JUnit 5's annotations. A class that is no test costs one pass over its constants.
 */
final class TestMethods {
  private static final String TESTNG = "Lorg/testng/annotations/Test;";

  /**
   * JUnit's platform has a sign for annotations that make a test; those of other engines bear it
   * too. The others are here for class paths without the platform.
   */
  private static final Set<String> TESTS =
      Set.of(
          "Lorg/junit/Test;",
          TESTNG,
          "Lorg/junit/platform/commons/annotation/Testable;",
          "Lorg/junit/jupiter/api/Test;",
          "Lorg/junit/jupiter/api/RepeatedTest;",
          "Lorg/junit/jupiter/api/TestFactory;",
          "Lorg/junit/jupiter/api/TestTemplate;",
          "Lorg/junit/jupiter/params/ParameterizedTest;",
          "Lorg/spockframework/runtime/model/FeatureMetadata;");

  private static final String ANNOTATED = "RuntimeVisibleAnnotations";
  private static final String JUNIT = "Lorg/junit/";
  private static final String TESTNG_PACKAGE = "Lorg/testng/annotations/";

  /** Shorter than the shortest descriptor, {@code Lorg/junit/Test;}. */
  private static final int MIN_NAMED = 15;

  /** Set once JUnit's platform is being loaded: only then can an annotation be composed of its. */
  private volatile boolean platformSeen;

  /** A class of that internal name is being loaded. */
  void seen(String name) {
    if (!platformSeen
        && (name.startsWith("org/junit/platform/") || name.startsWith("org/junit/jupiter/"))) {
      platformSeen = true;
    }
  }

  /** Whether the class file could hold test methods; false for nearly every class. */
  boolean mayHold(byte[] file) {
    boolean annotated = false;
    boolean named = platformSeen;
    int at = ConstantPool.start();
    int left = ConstantPool.count(file) - 1;
    while (left > 0 && !(annotated && named)) {
      if (ConstantPool.isText(file, at)) {
        int length = ConstantPool.unsignedShort(file, at + 1);
        // By its first letter and length nearly every text is neither, which is all most are asked.
        byte first = length == 0 ? 0 : file[at + 3];
        if (first == 'L' && length > MIN_NAMED) {
          named |= starts(file, at, JUNIT) || starts(file, at, TESTNG_PACKAGE);
        } else if (first == 'R' && length == ANNOTATED.length()) {
          annotated |= starts(file, at, ANNOTATED);
        }
        left--;
        at += 3 + length;
      } else {
        left -= ConstantPool.numbers(file, at);
        at += ConstantPool.size(file, at);
      }
    }
    return annotated && named;
  }

  private static boolean starts(byte[] file, int at, String ascii) {
    return ConstantPool.startsWith(file, at + 3, ascii);
  }

  /** Whether the class as a whole is annotated as TestNG allows: each public method is a test. */
  boolean isTestClass(ClassOutline type) {
    return type.annotations().contains(TESTNG);
  }

  /** Whether the method is a test. */
  boolean isTest(
      ClassLoader loader,
      LoaderFacts facts,
      ClassOutline type,
      MethodOutline method,
      boolean testClass) {
    if (!method.isWeavable()) {
      return false;
    }
    if (testClass && method.isPublic()) {
      return true;
    }
    List<String> annotations = type.annotationsOf(method);
    return !annotations.isEmpty() && isAnyTest(loader, facts, annotations, new HashSet<>());
  }

  private boolean isAnyTest(
      ClassLoader loader, LoaderFacts facts, List<String> annotations, Set<String> seen) {
    for (String annotation : annotations) {
      if (TESTS.contains(annotation)
          || platformSeen && seen.add(annotation) && isComposed(loader, facts, annotation, seen)) {
        return true;
      }
    }
    return false;
  }

  private boolean isComposed(
      ClassLoader loader, LoaderFacts facts, String annotation, Set<String> seen) {
    if (annotation.startsWith("Ljava/") || annotation.startsWith("Lkotlin/")) {
      return false;
    }
    Boolean known = facts.testAnnotation(annotation);
    if (known == null) {
      ClassOutline type = facts.read(loader, annotation.substring(1, annotation.length() - 1));
      known = type != null && isAnyTest(loader, facts, type.annotations(), seen);
      facts.setTestAnnotation(annotation, known);
    }
    return known;
  }
}
