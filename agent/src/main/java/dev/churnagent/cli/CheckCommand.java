package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.Baselines;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.Outcome;
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
      "Applies limits to one run, or to many together, and prints each violated one.",
      "What stands in a baseline is accepted: only what is new or worse fails.",
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

  @Mixin private SourceRoot sourceRoot;

  @Mixin private CheckOutputs outputs;

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
            .add("source-root", sourceRoot.checked(session))
            .add("baseline", accepted.baseline())
            .load(session);
    accepted.require(settings);
    if (settings.limits().isEmpty()) {
      throw new CommandException(
          "there are no limits to check: give --max-rate, or --config with a file that has limits"
              + (settings.configFile() == null ? "" : "; " + settings.configFile() + " has none"));
    }
    List<Report> reports =
        Reports.judge(RunPaths.resolve(runs.paths(), session), settings, session);
    if (accepted.isWritten()) {
      session.out().println(accepted.write(reports, settings, session));
      return ExitStatus.ALL_HELD;
    }
    Baselines.Outcome held = accepted.judge(reports, settings);
    Outcome outcome = Reports.outcome(held.reports(), settings);
    Judgement judgement = new Judgement(outcome, held.notes());
    if (runs.isJson()) {
      Reports.printJson(judgement, session.out());
    } else {
      print(judgement);
    }
    new GithubActions(session)
        .tell(outcome, settings.sourceRoot(), runs.isJson() ? session.err() : session.out());
    if (!outcome.isMeasured()) {
      session.fail("not everything was measured: " + String.join("; ", outcome.incomplete()), null);
    }
    outputs.write(outcome, session);
    return judgement.status();
  }

  private void print(Judgement judgement) {
    PrintStream out = session.out();
    Paint paint = new Paint(session.terminal().ansi());
    for (Finding finding : judgement.outcome().violated()) {
      LimitResult result = finding.result();
      out.println(
          paint.bad(result.subject() + ": " + LimitResults.compared(result))
              + "  ["
              + result.limit()
              + "]");
      if (result.detail() != null) {
        out.println("    " + result.detail());
      }
    }
    AcceptedLines.print(judgement, out);
    out.println(paint.verdict(judgement.outcome().sentence()));
  }
}
