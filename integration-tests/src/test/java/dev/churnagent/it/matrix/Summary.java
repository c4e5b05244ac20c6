package dev.churnagent.it.matrix;

import dev.churnagent.it.support.Jdks.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a whole run: {@code target/it/matrix.md}. */
final class Summary {
  private final List<String> rows = new ArrayList<>();

  void add(Jdk jdk, Client client, Outcome outcome) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %d | %s | %s | %d | %d | %.1f %% | %d | %s |",
            jdk.feature(),
            client.title(),
            Programs.version(client),
            outcome.accepted(),
            outcome.reported(),
            outcome.percent(),
            outcome.handedOver(),
            outcome.wrong()));
  }

  void skip(Jdk jdk, Client client, String reason) {
    rows.add(
        String.format(
            "| %d | %s | %s | skipped | | | | %s |",
            jdk.feature(), client.title(), Programs.version(client), reason));
  }

  void write() {
    StringBuilder text =
        new StringBuilder(
            """
            | JDK | client | version | accepted | reported | at its author | handed over | otherwise |
            |---|---|---|---|---|---|---|---|
            """);
    rows.forEach(row -> text.append(row).append('\n'));
    try {
      Path folder = Path.of(System.getProperty("churn.it.work"));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("matrix.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
