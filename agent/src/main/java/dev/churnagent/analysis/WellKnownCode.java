package dev.churnagent.analysis;

/**
 * Code that is in the main jar, but that the program's own people did not write. There are programs
 * that run other people's code: build tools, development environments, test and load tools,
 * interpreters. Where one of them is started, its own jar is the main jar, and what its users wrote
 * lies elsewhere. And there are all-in-one jars, which hold libraries too.
 */
public final class WellKnownCode {
  private static final String[] PACKAGES = {
    // Those who make many of both kinds.
    "org.apache.",
    "org.eclipse.",
    "org.glassfish.",
    "org.jboss.",
    "jakarta.",
    "javax.",
    // Build tools and development environments, which start the JVMs of tests.
    "org.codehaus.plexus.",
    "org.gradle.",
    "worker.org.gradle.",
    "sbt.",
    "com.intellij.rt.",
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
    // Libraries between clients and those who use them, in all-in-one jars.
    "okio.",
    "reactor.",
    "io.reactivex.",
    "org.springframework.",
    "com.google.common.",
    // Interpreters, and what the code of their languages calls all the time.
    "groovy.",
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

  private WellKnownCode() {}

  /**
   * Whether a class is known to be a tool's or a library's, whichever jar it lies in.
   *
   * @param className binary name, or the beginning of a frame's text; not null
   */
  public static boolean includes(String className) {
    for (String name : PACKAGES) {
      if (className.startsWith(name)) {
        return true;
      }
    }
    return ClientLibraries.of(className) != null;
  }
}
