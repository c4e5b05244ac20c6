package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Machine;
import dev.churnagent.config.MachineProfile;
import dev.churnagent.config.PortValues;
import dev.churnagent.config.Settings;
import dev.churnagent.report.Forecast;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forecast}: replays recorded runs against a machine's ports. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Replays a run, or several together, against the ports of another machine.",
      "Says whether and when it would run out of them, who would hold them then, and how much more it",
      "could take.",
      "Ends with status 0 whatever it foresees; 'check' with max-port-use is the judge.",
      ""
    })
final class ForecastCommand implements Callable<Integer> {
  @Mixin private RunArguments runs;

  @Option(
      names = "--os",
      paramLabel = "OS",
      defaultValue = "windows",
      completionCandidates = Systems.class,
      description = "linux, windows, macos or custom (with its profile); windows by default.")
  private String os;

  @Option(
      names = "--hops",
      paramLabel = "N",
      description = "Connections on that machine for each of ours, 1 to 8: 2 with a local proxy.")
  private String hops;

  @Option(names = "--scale", paramLabel = "X", description = "The same run X times as fast.")
  private String scale;

  @Option(names = "--copies", paramLabel = "X", description = "X such runs side by side.")
  private String copies;

  @Option(names = "--ports", paramLabel = "N", description = "Size of the ephemeral port range.")
  private String ports;

  @Option(
      names = "--excluded",
      paramLabel = "N",
      description = "Ports in the range that are reserved for others.")
  private String excluded;

  @Option(
      names = "--time-wait",
      paramLabel = "S",
      description = "How long TIME_WAIT lasts: seconds, or a time such as 2min.")
  private String timeWait;

  @Option(
      names = "--per-destination",
      description = "Each destination has the whole range, as on Linux.")
  private boolean perDestination;

  @Option(
      names = "--config",
      paramLabel = "F",
      description = "The file with hops and profiles; by default churn.yaml in the working folder.")
  private String config;

  /** What completion offers. */
  static final class Systems implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Machine.values()).map(Machine::word).iterator();
    }
  }

  private final Session session;

  ForecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException, IOException {
    Settings settings = new AgentOptions().add("config", config).load(session);
    Forecast.Wish wish = wish(settings);
    RunPaths found = RunPaths.resolve(runs.paths(), session);
    if (!found.storedReports().isEmpty()) {
      throw new CommandException(
          "'"
              + found.storedReports().get(0)
              + "' has no "
              + RunPaths.JOURNAL
              + " beside it, and only a journal can be replayed");
    }
    Forecast forecast = replayed(found, settings, wish);
    if (runs.isJson()) {
      Reports.printJson(forecast, session.out());
    } else {
      Reports.printText(forecast, session);
    }
    return ExitStatus.ALL_HELD;
  }

  private Forecast replayed(RunPaths found, Settings settings, Forecast.Wish wish)
      throws IOException {
    try (Progress progress = Progress.of(found.journals(), session)) {
      return Reports.forecast(found.journals(), settings, wish, progress);
    }
  }

  private Forecast.Wish wish(Settings settings) throws ConfigurationException {
    double speed = PortValues.factor("--scale", scale);
    return new Forecast.Wish(
        machine(settings),
        hops == null ? 0 : PortValues.hops("--hops", hops),
        speed,
        PortValues.factor("--copies", copies),
        speed != 1 && copies == null);
  }

  /** As configured, with what this command says in front; the defaults if neither says anything. */
  private MachineProfile machine(Settings settings) throws ConfigurationException {
    MachineProfile machine = MachineProfile.of(Machine.parse("--os", os));
    for (MachineProfile profile : settings.profiles()) {
      machine = profile.machine() == machine.machine() ? profile : machine;
    }
    MachineProfile stated =
        PortValues.stated(
            machine.machine(), ports, excluded, timeWait, perDestination ? true : null);
    return machine.with(stated).require("--os");
  }
}
