package dev.churnagent.analysis;

/**
 * Code that is in the main jar, but that the program's own people did not write.
 *
 * <ul>
 *   <li>Runners run other people's code: build tools, development environments, test and load
 *       tools, interpreters. Where one of them is started, its own jar is the main jar, and what
 *       its users wrote lies elsewhere.
 *   <li>Libraries lie beside the program in all-in-one jars. A program may itself come from those
 *       who make libraries, so it is asked for apart.
 * </ul>
 */
public final class WellKnownCode {
  private static final String[] RUNNERS = {
    // Build tools and development environments, which start the JVMs of tests.
    "org.apache.maven.",
    "org.codehaus.plexus.",
    "org.gradle.",
    "worker.org.gradle.",
    "org.apache.tools.ant.",
    "sbt.",
    "com.intellij.rt.",
    "org.eclipse.jdt.",
    "org.eclipse.equinox.launcher.",
    "org.springframework.boot.loader.",
    // Test tools.
    "junit.",
    "org.junit.",
    "org.testng.",
    "io.cucumber.",
    "cucumber.",
    "spock.",
    "org.spockframework.",
    "io.kotest.",
    "org.scalatest.",
    "org.specs2.",
    "munit.",
    "org.jbehave.",
    "net.serenitybdd.",
    "net.thucydides.",
    "org.citrusframework.",
    "com.consol.citrus.",
    "com.thoughtworks.gauge.",
    "org.robotframework.",
    "fitnesse.",
    "fitnesseMain.",
    "org.openjdk.jmh.",
    "net.grinder.",
    // Interpreters, and what the code of their languages calls all the time.
    "groovy.",
    "org.apache.groovy.",
    "org.codehaus.groovy.",
    "kotlin.",
    "kotlinx.",
    "scala.",
    "dotty.tools.",
    "clojure.",
    "bsh.",
    "org.jruby.",
    "org.python.",
    "org.mozilla.javascript.",
  };

  /** Those between clients and who uses them, and those of houses that make many. */
  private static final String[] LIBRARIES = {
    "org.apache.",
    "org.eclipse.",
    "org.glassfish.",
    "org.jboss.",
    "org.springframework.",
    "jakarta.",
    "javax.",
    "okio.",
    "reactor.",
    "io.reactivex.",
    "com.google.common.",
  };

  private WellKnownCode() {}

  /**
   * Whether a class is known to be a runner's or a library's, whichever jar it lies in.
   *
   * @param className binary name, or the beginning of a frame's text; not null
   */
  public static boolean includes(String className) {
    return isRunner(className) || isLibrary(className);
  }

  /** Whether a class is known to be a runner's. */
  static boolean isRunner(String className) {
    return ClientLibraries.isTool(className) || isIn(RUNNERS, className);
  }

  /** Whether a class is known to be a library's, or comes from a house that makes many. */
  static boolean isLibrary(String className) {
    return ClientLibraries.of(className) != null || isIn(LIBRARIES, className);
  }

  private static boolean isIn(String[] packages, String className) {
    for (String name : packages) {
      if (className.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
