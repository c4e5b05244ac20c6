package dev.churnagent.cli;

import dev.churnagent.config.BaselineFile;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.Baseline;
import dev.churnagent.gate.BaselineEntry;
import dev.churnagent.gate.BaselineReader;
import dev.churnagent.gate.BaselineUpdate;
import dev.churnagent.gate.BaselineWriter;
import dev.churnagent.gate.Baselines;
import dev.churnagent.gate.Dates;
import dev.churnagent.gate.Verdicts;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code check} takes to hold runs to what was accepted, and to accept what there is. */
final class BaselineOptions {
  private static final String FOREVER = "never";
  private static final long MOST_DAYS = 3_650;

  @Option(
      names = "--baseline",
      paramLabel = "F",
      description = "What was accepted: only what is new or worse fails.")
  private String baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "F",
      description =
          "Accept every violation that there is now and write them to F; reasons that F has are"
              + " kept. Ends with status 0.")
  private String written;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "With --write-baseline: why, for what is new, worse or has no reason yet.")
  private String reason;

  @Option(
      names = "--expires",
      paramLabel = "WHEN",
      description =
          "With --write-baseline: until when, for what is new or has expired: a date such as"
              + " 2026-12-31, days such as 30d, or never.")
  private String expires;

  @Option(
      names = "--tolerance",
      paramLabel = "P",
      description =
          "How many percent a rate or peak may be above what was accepted; 10 unless the file says"
              + " otherwise. Counts are exact. With --write-baseline the file says so from then on.")
  private String tolerance;

  /** {@code --baseline} as written, or null. */
  String baseline() {
    return baseline;
  }

  boolean isWritten() {
    return written != null;
  }

  /** The reports held to the baseline, if there is one. */
  Baselines.Outcome judge(List<Report> reports, Settings settings)
      throws CommandException, ConfigurationException {
    Baseline read = BaselineReader.read(settings.baseline());
    if (read != null && tolerance != null) {
      read = read.with(Tolerances.parse(tolerance));
    }
    return Baselines.judge(reports, read, settings.limits(), Baselines.today());
  }

  /**
   * Refuses what does not go together, before anything is read.
   *
   * @throws CommandException with one line
   */
  void require(Settings settings) throws CommandException {
    if (written != null && baseline != null) {
      throw new CommandException(
          "--baseline and --write-baseline can't stand together: the one judges by what was"
              + " accepted, the other accepts what there is");
    }
    if (written == null && (reason != null || expires != null)) {
      throw new CommandException(
          (reason != null ? "--reason" : "--expires") + " needs --write-baseline");
    }
    if (tolerance != null) {
      Tolerances.parse(tolerance);
      if (written == null && settings.baseline() == null) {
        throw new CommandException("--tolerance needs --baseline or --write-baseline");
      }
    }
    if (reason != null && reason.isBlank()) {
      throw new CommandException("--reason: '' is no text; allowed is why this is accepted");
    }
    until(Baselines.today());
  }

  /**
   * Accepts what the reports violate.
   *
   * @param reports judged without a baseline
   * @return what was done, for people
   * @throws CommandException if not everything was measured, or the file can't be written
   */
  String write(List<Report> reports, Settings settings, Session session)
      throws CommandException, ConfigurationException, IOException {
    List<String> missing = new ArrayList<>();
    for (Report report : reports) {
      missing.addAll(Verdicts.missing(report));
    }
    if (!missing.isEmpty()) {
      throw new CommandException(
          "no baseline was written, since not everything was measured: "
              + String.join("; ", missing));
    }
    Path file = session.resolve(written);
    BaselineUpdate update =
        new BaselineUpdate(reports, before(file), settings.limits(), wish(Baselines.today()));
    if (!update.undecided().isEmpty()) {
      throw new CommandException(undecided(update.undecided()));
    }
    BaselineWriter.write(update.baseline(), file);
    return told(update);
  }

  private Baseline before(Path file) throws CommandException, ConfigurationException {
    Baseline before =
        Files.exists(file)
            ? BaselineReader.read(new BaselineFile(file, "--write-baseline", written))
            : Baseline.empty(written);
    return tolerance == null ? before : before.with(Tolerances.parse(tolerance));
  }

  private BaselineUpdate.Wish wish(LocalDate today) throws CommandException {
    String why = reason == null ? null : reason.strip();
    return new BaselineUpdate.Wish(why, until(today), expires != null, today);
  }

  private LocalDate until(LocalDate today) throws CommandException {
    if (expires == null || expires.equals(FOREVER)) {
      return null;
    }
    LocalDate day = expires.endsWith("d") ? inDays(today) : Dates.parse(expires);
    if (day == null || day.isBefore(today)) {
      throw new CommandException(
          "--expires: '"
              + expires
              + (day == null ? "' is no date" : "' has passed")
              + "; allowed is a date such as 2026-12-31, days such as 30d (at most "
              + MOST_DAYS
              + "d), or never");
    }
    return day;
  }

  private LocalDate inDays(LocalDate today) {
    try {
      long days = Long.parseLong(expires.substring(0, expires.length() - 1));
      return days < 1 || days > MOST_DAYS ? null : today.plusDays(days);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static String undecided(List<BaselineEntry> entries) {
    BaselineEntry first = entries.get(0);
    String more = entries.size() == 1 ? "" : ", and " + (entries.size() - 1) + " more";
    return "no baseline was written: "
        + first.subject()
        + " ["
        + first.limit()
        + "] was accepted until "
        + first.expires()
        + more
        + "; say until when now with --expires (a date, days such as 30d, or never)";
  }

  private String told(BaselineUpdate update) {
    BaselineUpdate.Counts counts = update.counts();
    StringBuilder text = new StringBuilder("written: ").append(written).append(": ");
    text.append(Numbers.count(update.baseline().entries().size(), "violation"));
    text.append(" accepted");
    String separator = " (";
    int[] numbers = {
      counts.fresh(),
      counts.worse(),
      counts.better(),
      counts.renewed(),
      counts.kept(),
      counts.dropped()
    };
    String[] words = {"new", "worse", "better", "renewed", "as before", "no longer needed"};
    for (int i = 0; i < words.length; i++) {
      if (numbers[i] > 0) {
        text.append(separator).append(numbers[i]).append(' ').append(words[i]);
        separator = ", ";
      }
    }
    text.append(separator.equals(", ") ? ")" : "");
    int unexplained = 0;
    for (BaselineEntry entry : update.baseline().entries()) {
      unexplained += entry.reason().equals(BaselineEntry.NO_REASON) ? 1 : 0;
    }
    if (unexplained > 0) {
      text.append("; ").append(unexplained).append(" without a reason: give --reason, or edit it");
    }
    return text.toString();
  }
}
