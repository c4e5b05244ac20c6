package dev.churnagent.analysis;

/** A jar file's name taken apart: {@code netty-transport-4.2.20.Final.jar}. */
final class JarVersion {
  private static final String JAR = ".jar";

  /** What may come after the number and belongs to the version; anything else is a classifier. */
  private static final String[] QUALIFIERS = {
    "snapshot", "release", "final", "ga", "alpha", "beta", "rc", "cr", "m", "jre", "android", "sp",
  };

  /** The name without version: {@code netty-transport}. */
  final String artifact;

  /** The version: {@code 4.2.20.Final}. */
  final String version;

  private JarVersion(String artifact, String version) {
    this.artifact = artifact;
    this.version = version;
  }

  /** The parts of a file's name; null if it is no jar or has no version. */
  static JarVersion of(String fileName) {
    int end = fileName.length() - JAR.length();
    if (end <= 0 || !fileName.regionMatches(true, end, JAR, 0, JAR.length())) {
      return null;
    }
    String name = fileName.substring(0, end);
    for (int i = 1; i + 1 < name.length(); i++) {
      if (name.charAt(i) == '-' && Digits.isDigit(name.charAt(i + 1))) {
        return new JarVersion(name.substring(0, i), withoutClassifier(name.substring(i + 1)));
      }
    }
    return null;
  }

  /** {@code 4.2.20.Final-linux-x86_64} without what it was built for. */
  private static String withoutClassifier(String version) {
    int end = version.indexOf('-');
    while (end >= 0 && isPartOfVersion(version, end + 1)) {
      end = version.indexOf('-', end + 1);
    }
    return end < 0 ? version : version.substring(0, end);
  }

  private static boolean isPartOfVersion(String version, int start) {
    if (start < version.length() && Digits.isDigit(version.charAt(start))) {
      return true;
    }
    int next = version.indexOf('-', start);
    int end = next < 0 ? version.length() : next;
    int letters = start;
    while (letters < end && Character.isLetter(version.charAt(letters))) {
      letters++;
    }
    // A word, and perhaps a number: RC1, alpha.2.
    if (letters < end && !Digits.isDigit(version.charAt(letters)) && version.charAt(letters) != '.') {
      return false;
    }
    for (String qualifier : QUALIFIERS) {
      if (qualifier.length() == letters - start
          && version.regionMatches(true, start, qualifier, 0, qualifier.length())) {
        return true;
      }
    }
    return false;
  }
}
