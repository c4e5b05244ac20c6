package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: applies limits to recorded runs. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Applies limits to one run, or to many together, and prints each violated one. What stands in",
      "a baseline is accepted: only what is new or worse fails.",
      "Ends with status 1 if one is violated, and with 2 if not everything was measured or there",
      "is nothing to check.",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private RunArguments runs;

  @Option(
      names = "--config",
      paramLabel = "F",
      description =
          "The file with limits and accepted repeats; by default churn.yaml in the working"
              + " directory.")
  private String config;

  @Option(
      names = "--max-rate",
      paramLabel = "R",
      description = "One more limit, on every site: 5/s, 300/min, 5/s over 10s.")
  private String maxRate;

  @Mixin private BaselineOptions accepted;

  private final Session session;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException, IOException {
    Settings settings =
        new AgentOptions()
            .add("config", config)
            .add("max-rate", maxRate)
            .add("baseline", accepted.baseline())
            .load(session);
    accepted.require(settings);
    if (settings.limits().isEmpty()) {
      throw new CommandException(
          "there are no limits to check: give --max-rate, or --config with a file that has limits"
              + (settings.configFile() == null ? "" : "; " + settings.configFile() + " has none"));
    }
    List<Report> reports = Reports.judge(RunPaths.resolve(runs.paths(), session), settings);
    if (accepted.isWritten()) {
      session.out().println(accepted.write(reports, settings, session));
      return ExitStatus.ALL_HELD;
    }
    Judgement judgement = Judgement.of(accepted.judge(reports, settings));
    if (runs.isJson()) {
      Reports.printJson(judgement, session.out());
    } else {
      print(judgement, session.out());
    }
    if (!judgement.incomplete().isEmpty()) {
      session.fail(
          "not everything was measured: " + String.join("; ", judgement.incomplete()), null);
    }
    return judgement.status();
  }

  private static void print(Judgement judgement, PrintStream out) {
    List<LimitResult> violated = judgement.violated();
    for (LimitResult result : violated) {
      out.println(
          result.subject() + ": " + LimitResults.compared(result) + "  [" + result.limit() + "]");
      if (result.detail() != null) {
        out.println("    " + result.detail());
      }
    }
    AcceptedLines.print(judgement, out);
    out.println(verdict(judgement, violated.size()));
  }

  private static String verdict(Judgement judgement, int violated) {
    int checked = judgement.results().size();
    String of = violated + " of " + checked + (checked == 1 ? " check" : " checks");
    if (violated > 0) {
      return "FAIL: "
          + of
          + " violated"
          + (judgement.incomplete().isEmpty() ? "" : ", and not everything was measured");
    }
    return judgement.status() == ExitStatus.UNUSABLE
        ? "UNKNOWN: nothing measured is violated, but not everything was measured"
        : "PASS: " + AcceptedLines.held(judgement);
  }
}
