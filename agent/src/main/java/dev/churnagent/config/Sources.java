package dev.churnagent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The places where options may stand, the strongest first. */
final class Sources {
  private final Layer arguments;
  private final Layer environment;
  private final Path path;
  private final ConfigurationFile file;

  private Sources(Layer arguments, Layer environment, Path path, ConfigurationFile file) {
    this.arguments = arguments;
    this.environment = environment;
    this.path = path;
    this.file = file;
  }

  /** Without a configuration file. */
  static Sources of(Layer arguments, Layer environment) {
    return new Sources(arguments, environment, null, null);
  }

  /** The same with the named configuration file, or the default one if it is there. */
  Sources withFile(Path workingDirectory) throws ConfigurationException {
    GivenValue given = one(Option.CONFIG);
    Path located;
    if (given != null) {
      located = Values.path(given, Option.CONFIG, workingDirectory);
    } else {
      located = workingDirectory.resolve(Settings.DEFAULT_FILE).toAbsolutePath().normalize();
      if (!Files.exists(located)) {
        return this;
      }
    }
    // In messages the file is called what the user calls it.
    String shown = given == null ? Settings.DEFAULT_FILE : given.text();
    ConfigurationFile read =
        ConfigurationFile.read(located, given == null ? "config" : given.where(), shown);
    return new Sources(arguments, environment, located, read);
  }

  /** The value of an option that is no list, or null. */
  GivenValue one(Option option) {
    List<GivenValue> given = all(option);
    return given == null ? null : given.get(0);
  }

  /** The elements of a list, or null if the option is given nowhere. */
  List<GivenValue> all(Option option) {
    List<GivenValue> given = arguments.get(option);
    if (given == null) {
      given = environment.get(option);
    }
    return given == null && file != null ? file.values().get(option) : given;
  }

  /**
   * Where a relative path begins: in the file's folder if the option stands in the file, which
   * programs with other working directories may share.
   */
  Path base(Option option, Path workingDirectory) {
    boolean isInFile =
        file != null && arguments.get(option) == null && environment.get(option) == null;
    return isInFile ? path.getParent() : workingDirectory;
  }

  /** The limits of the file. */
  List<Limit> limits() {
    return file == null ? List.of() : file.limits();
  }

  /** The accepted repeats of the file. */
  List<Ignore> ignores() {
    return file == null ? List.of() : file.ignores();
  }

  /** What the file says of the ports of systems. */
  List<MachineProfile> profiles() {
    return file == null ? List.of() : file.profiles();
  }

  /** The file, absolute, or null. */
  Path path() {
    return path;
  }
}
