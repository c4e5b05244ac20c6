package dev.churnagent.report.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One bounded walk: a project's root may by mistake be a home folder or a whole disk. Links are not
 * followed. What is built, fetched or hidden is left out; a package may be called so, which is why
 * such names count only above the first {@code src}.
 */
final class SourceWalk extends SimpleFileVisitor<Path> {
  /** Some times the largest projects; a second or two on a slow disk. */
  private static final int MOST_ENTRIES = 200_000;

  /** Deeper than any package. */
  private static final int MOST_LEVELS = 40;

  private static final Set<String> LEFT_OUT =
      Set.of("target", "build", "out", "bin", "node_modules");
  private static final String[] EXTENSIONS = {".java", ".kt", ".kts", ".groovy", ".scala", ".clj"};

  private final Path root;
  private final Map<String, List<String>> files = new HashMap<>();
  private int entries;

  private SourceWalk(Path root) {
    this.root = root;
  }

  /** The paths of source files below the root by their simple names; empty if there is no root. */
  static Map<String, List<String>> of(Path root) {
    SourceWalk walk = new SourceWalk(root);
    try {
      Files.walkFileTree(root, Set.<FileVisitOption>of(), MOST_LEVELS, walk);
    } catch (IOException | SecurityException e) {
      // What was found until then is found.
      return walk.files;
    }
    return walk.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (++entries > MOST_ENTRIES) {
      return FileVisitResult.TERMINATE;
    }
    Path name = folder.getFileName();
    boolean isLeftOut = !folder.equals(root) && name != null && isLeftOut(folder, name.toString());
    return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  private boolean isLeftOut(Path folder, String name) {
    if (name.startsWith(".")) {
      return true;
    }
    return LEFT_OUT.contains(name) && !isBelowSources(root.relativize(folder));
  }

  private static boolean isBelowSources(Path relative) {
    for (Path part : relative) {
      if (part.toString().equals("src")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (++entries > MOST_ENTRIES) {
      return FileVisitResult.TERMINATE;
    }
    String name = file.getFileName().toString();
    if (attributes.isRegularFile() && isSource(name)) {
      List<String> paths = files.get(name);
      if (paths == null) {
        paths = new ArrayList<>(1);
        files.put(name, paths);
      }
      paths.add(SourceTree.slashed(root.relativize(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isSource(String name) {
    for (String extension : EXTENSIONS) {
      if (name.endsWith(extension)) {
        return true;
      }
    }
    return false;
  }

  /** A folder that can't be read holds nothing for us. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    return FileVisitResult.CONTINUE;
  }
}
