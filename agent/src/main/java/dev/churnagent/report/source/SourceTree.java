package dev.churnagent.report.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The source files below a project's root, by name. The tree is walked once, when the first file is
 * asked for, and only so far as {@link SourceWalk} allows. Not thread-safe.
 */
public final class SourceTree {
  /** By how often they are met. */
  private static final String[] EXTENSIONS = {".java", ".kt", ".groovy", ".scala"};

  private final Path root;
  private final Path configFile;
  private Map<String, List<String>> files;

  /**
   * Creates the tree; nothing is read yet.
   *
   * @param root the project's root; need not exist
   * @param configFile the file with the limits, or null
   */
  public SourceTree(Path root, Path configFile) {
    this.root = root.toAbsolutePath().normalize();
    this.configFile = configFile == null ? null : configFile.toAbsolutePath().normalize();
  }

  /** The project's root, absolute. */
  public Path root() {
    return root;
  }

  /** The file with the limits by its path below the root; null if it is not there. */
  public String configPath() {
    return configFile == null || !configFile.startsWith(root) || configFile.equals(root)
        ? null
        : slashed(root.relativize(configFile));
  }

  /**
   * The path below the root, with slashes.
   *
   * @param className binary name, e.g. {@code com.acme.StepA$1}
   * @param file simple name of the source file, or null if unknown
   * @return null if it was not found
   */
  public String find(String className, String file) {
    if (files == null) {
      files = SourceWalk.of(root);
    }
    String folder = SourceNames.folder(className);
    if (file != null) {
      return inFolder(folder, file);
    }
    for (String extension : EXTENSIONS) {
      String found = inFolder(folder, SourceNames.outermost(className).concat(extension));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String inFolder(String folder, String file) {
    List<String> candidates = files.get(file);
    if (candidates == null) {
      return null;
    }
    Collections.sort(candidates, SourceNames.NEAREST_FIRST);
    String end = "/".concat(folder).concat(file);
    for (String candidate : candidates) {
      if ("/".concat(candidate).endsWith(end)) {
        return candidate;
      }
    }
    // Only Java's compiler insists on folders; Kotlin's own style leaves out the common ones.
    for (String candidate : candidates) {
      if (!file.endsWith(".java") && PackageLine.matches(root.resolve(candidate), folder)) {
        return candidate;
      }
    }
    return null;
  }

  static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }
}
