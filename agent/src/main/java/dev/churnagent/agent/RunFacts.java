package dev.churnagent.agent;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Settings;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Watching;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Finds out where and what runs, without a lookup that could wait for a network. */
final class RunFacts {
  private RunFacts() {}

  static RunInfo collect(String id, Instant startedAt, Settings settings, boolean attached) {
    String main = mainName();
    return new RunInfo(
        id,
        OwnProcess.PID,
        host(),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        property("java.runtime.version") + " (" + property("java.vendor") + ")",
        main,
        mainLocation(main),
        startedAt,
        written(settings.app()),
        attached,
        watching(settings));
  }

  private static Watching watching(Settings settings) {
    return new Watching(
        settings.http(),
        written(settings.watch()),
        written(settings.scope()),
        settings.chainWindow().toNanos());
  }

  private static List<String> written(List<ClassPattern> patterns) {
    List<String> written = new ArrayList<>(patterns.size());
    for (ClassPattern pattern : patterns) {
      written.add(pattern.toString());
    }
    return written;
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }

  /** The command's first word: a class, a jar or a module. */
  private static String mainName() {
    String command = System.getProperty("sun.java.command");
    if (command == null || command.isBlank()) {
      return null;
    }
    // A path may hold spaces, and ".jar" more than once: the first that is a file is the jar.
    for (int jar = command.indexOf(".jar"); jar >= 0; jar = command.indexOf(".jar", jar + 4)) {
      if (Files.isRegularFile(path(command.substring(0, jar + 4)))) {
        return command.substring(0, jar + 4);
      }
    }
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  /** Not InetAddress.getLocalHost(), which asks a name server. */
  private static String host() {
    try {
      Path linux = Path.of("/proc/sys/kernel/hostname");
      if (Files.isReadable(linux)) {
        return Files.readString(linux).trim();
      }
    } catch (IOException | RuntimeException e) {
      return null;
    }
    String windows = System.getenv("COMPUTERNAME");
    return windows != null ? windows : System.getenv("HOSTNAME");
  }

  /** Where the main class comes from, in the spelling of code sources. */
  private static String mainLocation(String main) {
    try {
      String module = System.getProperty("jdk.module.main");
      if (module != null) {
        return moduleLocation(module);
      }
      if (main == null) {
        return null;
      }
      if (main.endsWith(".jar")) {
        return text(Path.of(main).toRealPath().toFile().toURI());
      }
      return jarOf(main);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static String moduleLocation(String module) {
    Optional<URI> location =
        ModuleLayer.boot()
            .configuration()
            .findModule(module)
            .flatMap(resolved -> resolved.reference().location());
    return location.isPresent() ? text(location.get()) : null;
  }

  /**
   * The jar on the class path that holds the main class; null for a folder. Looks only as far as
   * the JVM itself is about to look; a class loader would also search, and so open, our own jar.
   */
  private static String jarOf(String mainClass) throws IOException {
    String entry = mainClass.replace('.', '/') + ".class";
    String classPath = System.getProperty("java.class.path", "");
    int from = 0;
    while (from <= classPath.length()) {
      int separator = classPath.indexOf(File.pathSeparatorChar, from);
      int to = separator < 0 ? classPath.length() : separator;
      File element = new File(classPath.substring(from, to));
      if (new File(element, entry).isFile()) {
        return null;
      }
      if (element.isFile() && holds(element, entry)) {
        return text(element.toPath().toRealPath().toFile().toURI());
      }
      from = to + 1;
    }
    return null;
  }

  private static boolean holds(File jar, String entry) {
    try (ZipFile zip = new ZipFile(jar)) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      // Not a jar; the JVM skips it too.
      return false;
    }
  }

  private static String text(URI location) {
    return location.getScheme() + ":" + location.getRawPath();
  }
}
