package dev.churnagent.agent;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Settings;
import dev.churnagent.model.RunInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out where and what runs, without a lookup that could wait for a network. */
final class RunFacts {
  private RunFacts() {}

  static RunInfo collect(String id, Instant startedAt, Settings settings, boolean attached) {
    List<String> patterns = new ArrayList<>();
    for (ClassPattern pattern : settings.app()) {
      patterns.add(pattern.toString());
    }
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
        patterns,
        attached);
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
    int jar = command.indexOf(".jar");
    if (jar >= 0 && Files.isRegularFile(path(command.substring(0, jar + 4)))) {
      return command.substring(0, jar + 4);
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

  /** The jar on the class path that holds the main class; null for a folder. */
  private static String jarOf(String mainClass) {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    if (!system.getClass().getName().startsWith("jdk.internal.loader.")) {
      // The program's own loader: running it before main would change the program.
      return null;
    }
    URL resource = system.getResource(mainClass.replace('.', '/') + ".class");
    if (resource == null || !resource.getProtocol().equals("jar")) {
      return null;
    }
    String file = resource.getFile();
    return file.substring(0, file.indexOf("!/"));
  }

  private static String text(URI location) {
    return location.getScheme() + ":" + location.getRawPath();
  }
}
