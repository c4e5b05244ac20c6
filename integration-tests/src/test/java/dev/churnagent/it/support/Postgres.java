package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL on loopback, in a folder of its own, run by a user that is not root. */
public final class Postgres implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  private final ServerProcess process;
  private final Path folder;
  private final int port;

  private Postgres(ServerProcess process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  public static Postgres start() {
    try {
      // Not under target: the server's own user may not be able to get there.
      Path folder = Files.createTempDirectory("churn-it-postgres");
      Path data = folder.resolve("data");
      if (isRoot()) {
        Commands.run(List.of("chown", USER, folder.toString()));
      }
      Commands.run(
          asUser(
              binary("initdb"),
              "--pgdata=" + data,
              "--username=" + USER,
              "--auth=trust",
              "--no-sync",
              "--no-locale",
              "--encoding=UTF8"));
      int port = ServerProcess.freePort();
      List<String> command =
          asUser(
              binary("postgres"),
              "-D",
              data.toString(),
              "-p",
              Integer.toString(port),
              "-c",
              "listen_addresses=127.0.0.1",
              "-c",
              "unix_socket_directories=",
              "-c",
              "fsync=off",
              "-c",
              "log_connections=on",
              "-c",
              "lc_messages=C");
      return new Postgres(
          ServerProcess.start(command, folder, "ready to accept connections"), folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** By setpriv, which becomes the program, so that ending it ends the server. */
  private static List<String> asUser(String... command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.add(Requirement.program("setpriv").toString());
      words.addAll(List.of("--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
    }
    words.addAll(List.of(command));
    return words;
  }

  private static String binary(String name) throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        List<Path> found =
            versions
                .map(version -> version.resolve("bin").resolve(name))
                .filter(Files::isExecutable)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!found.isEmpty()) {
          return found.get(0).toString();
        }
      }
    }
    return Requirement.program(name).toString();
  }

  public int port() {
    return port;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
  }

  public String user() {
    return USER;
  }

  /** How many connections its log tells of. */
  public int received() {
    return process.count("connection received");
  }

  @Override
  public void close() {
    process.close();
    Commands.run(List.of("rm", "-r", folder.toString()));
  }
}
