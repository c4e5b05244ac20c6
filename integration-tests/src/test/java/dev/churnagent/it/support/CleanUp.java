package dev.churnagent.it.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Deletes the folders that a test made once it has passed; those of a failed one stay, to be looked
 * at. JUnit finds this by its service file. Tests run one after another, so that the folders made
 * between a test's start and end are its own.
 */
public final class CleanUp implements BeforeEachCallback, AfterEachCallback {
  private static final List<Path> FOLDERS = new ArrayList<>();

  /** To be deleted with the running test, unless it fails. */
  static synchronized void add(Path folder) {
    FOLDERS.add(folder);
  }

  private static synchronized List<Path> take() {
    List<Path> taken = List.copyOf(FOLDERS);
    FOLDERS.clear();
    return taken;
  }

  /** What was made before is for the whole class and stays. */
  @Override
  public void beforeEach(ExtensionContext context) {
    take();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Path> folders = take();
    if (context.getExecutionException().isEmpty()) {
      folders.forEach(CleanUp::delete);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A server that is just ending may still write there: litter, no reason to fail a test.
      return;
    }
  }
}
