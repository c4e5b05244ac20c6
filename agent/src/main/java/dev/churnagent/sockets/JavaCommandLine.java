package dev.churnagent.sockets;

/** Tells Java processes apart, which are all called {@code java}. */
final class JavaCommandLine {
  private JavaCommandLine() {}

  /**
   * The main class, or the name of the main jar or module; null if it can't be found. Arguments of
   * the program are not looked at, as they may hold secrets.
   *
   * @param commandLine words, each ended by a character 0
   */
  static String main(String commandLine) {
    String[] words = commandLine.split("\0");
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      switch (word) {
        case "-jar":
        case "-m":
        case "--module":
          return i + 1 < words.length ? fileName(words[i + 1]) : null;
        case "-cp":
        case "-classpath":
        case "--class-path":
        case "-p":
        case "--module-path":
        case "--add-modules":
        case "--add-opens":
        case "--add-exports":
        case "--add-reads":
        case "--limit-modules":
        case "--upgrade-module-path":
        case "--patch-module":
        case "--source":
          i++;
          break;
        default:
          if (!word.startsWith("-") && !word.startsWith("@")) {
            return fileName(word);
          }
      }
    }
    return null;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
