package dev.churnagent.agent;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.SegmentMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The folder of one run. Two JVMs never share one: if the wanted name is taken (the same {@code
 * run=} for many forked JVMs, the same pid in two containers), {@code -2}, {@code -3} ... follow.
 */
final class RunFolder {
  static final String JOURNAL = "journal.churn";

  private static final int MOST_NAMES = 10_000;

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  static RunFolder create(Settings settings, Instant startedAt) throws ConfigurationException {
    String wanted = settings.run() != null ? settings.run() : defaultId(startedAt);
    Path output = settings.output();
    try {
      Files.createDirectories(output);
      for (int i = 1; i < MOST_NAMES; i++) {
        Path candidate = output.resolve(i == 1 ? wanted : wanted + "-" + i);
        try {
          Files.createDirectory(candidate);
          return new RunFolder(candidate);
        } catch (FileAlreadyExistsException e) {
          // Taken by another run, or by something that is not ours: never written over.
          continue;
        }
      }
      throw unusable(output, "no free name for run " + wanted);
    } catch (IOException e) {
      throw unusable(output, reason(e));
    }
  }

  private static ConfigurationException unusable(Path output, String why) {
    return new ConfigurationException(
        "output: '" + output + "' can't be used (" + why + "); allowed is a folder to write in");
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "it is not a folder";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it can't be created";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Start time in UTC and pid, e.g. {@code 20261122-153012-4711}. */
  private static String defaultId(Instant startedAt) {
    // UTC: the default zone's rules would be loaded for this alone, at every start.
    LocalDateTime time = LocalDateTime.ofEpochSecond(startedAt.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder id = new StringBuilder(24);
    id.append(time.getYear());
    two(id, time.getMonthValue());
    two(id, time.getDayOfMonth());
    id.append('-');
    two(id, time.getHour());
    two(id, time.getMinute());
    two(id, time.getSecond());
    return id.append('-').append(OwnProcess.PID).toString();
  }

  private static void two(StringBuilder id, int number) {
    id.append(number < 10 ? "0" : "").append(number);
  }

  JournalWriter createJournal(
      long limitBytes, Instant startedAt, long startNanoTime, SegmentMapper mapper)
      throws ConfigurationException {
    try {
      return JournalWriter.create(
          journal(), limitBytes, startedAt, startNanoTime, OwnProcess.PID, mapper);
    } catch (IOException e) {
      throw unusable(path, reason(e));
    }
  }

  Path path() {
    return path;
  }

  Path journal() {
    return path.resolve(JOURNAL);
  }

  String id() {
    return path.getFileName().toString();
  }
}
