package dev.churnagent.analysis;

/** One known library: how to tell its classes, and its jars, which have its version. */
final class ClientLibrary {
  /** What a library is to others. Who builds upon whom, from the socket outwards. */
  enum Role {
    /** Others do their input and output by it. */
    TRANSPORT,
    /** Used by applications, and by clients of the next kind. */
    BASIC,
    /** Made for one kind of server, or upon one of the others. */
    CLIENT,
    /** Does by itself what its users wrote in files or a language of its own: it is the author. */
    TOOL
  }

  final Role role;
  final String name;

  /** Packages or classes, whose inner ones count too. */
  final String[] packages;

  /** Without version; those of its parts begin with it and a hyphen. Null for parts of the JDK. */
  private final String[] jars;

  /**
   * Creates one.
   *
   * @param packages and {@code jars}: names with a space between; no jars for a part of the JDK
   */
  ClientLibrary(Role role, String name, String packages, String jars) {
    this.role = role;
    this.name = name;
    this.packages = packages.split(" ");
    this.jars = jars == null ? null : jars.split(" ");
  }

  boolean isPartOfTheJdk() {
    return jars == null;
  }

  /** How much of a class name is the library's: 0 if the class is none of its own. */
  int lengthIn(String className) {
    int longest = 0;
    for (String name : packages) {
      if (name.length() > longest && isIn(name, className)) {
        longest = name.length();
      }
    }
    return longest;
  }

  private static boolean isIn(String name, String className) {
    if (!className.startsWith(name)) {
      return false;
    }
    int end = name.length();
    return end == className.length()
        || className.charAt(end) == '.'
        || className.charAt(end) == '$';
  }

  /** Whether a jar of this name, without its version, is the library's own. */
  boolean isJar(String artifact) {
    for (String jar : jars) {
      boolean isPart = artifact.length() > jar.length() && artifact.charAt(jar.length()) == '-';
      if (artifact.startsWith(jar) && (isPart || artifact.length() == jar.length())) {
        return true;
      }
    }
    return false;
  }
}
