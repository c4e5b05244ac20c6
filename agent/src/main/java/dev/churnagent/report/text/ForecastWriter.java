package dev.churnagent.report.text;

import dev.churnagent.report.Forecast;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.PortWords;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.PortProfileUse;
import java.io.IOException;
import java.util.List;

/** Writes a forecast for people, in about a dozen lines: what was not measured, then the ports. */
public final class ForecastWriter {
  private static final int HOLDERS = 3;
  private static final int DEGRADED_LINES = 3;
  private static final int FEW_CONNECTIONS = 10;

  private ForecastWriter() {}

  /**
   * Writes lines of at most 100 ASCII characters, each ended by {@code \n}.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Forecast forecast, Appendable out) throws IOException {
    Lines lines = new Lines();
    notMeasured(lines, forecast.run());
    lines.add(title(forecast));
    lines.add("Assumed: " + assumptions(forecast));
    peaks(lines, forecast.use());
    exhaustion(lines, forecast);
    holders(lines, forecast.use());
    sustainable(lines, forecast.use());
    copies(lines, forecast);
    for (String line : lines.all()) {
      out.append(line).append('\n');
    }
  }

  private static void notMeasured(Lines lines, Report.Run run) {
    List<String> degraded = run.degraded();
    if (!degraded.isEmpty()) {
      lines.add("NOT EVERYTHING WAS MEASURED, so there may be more:");
      int shown = Math.min(DEGRADED_LINES, degraded.size());
      for (String what : degraded.subList(0, shown)) {
        lines.add("  ! " + what);
      }
      if (shown < degraded.size()) {
        lines.add("  ! and " + (degraded.size() - shown) + " more");
      }
    }
    if (!run.complete()) {
      lines.add("No end was seen: told as far as the journal goes.");
    }
  }

  private static String title(Forecast forecast) {
    String title = "Forecast: " + forecast.run().id() + " on " + forecast.use().os();
    if (forecast.wish().speed() != 1) {
      title += ", " + number(forecast.wish().speed()) + " times as fast";
    }
    if (forecast.wish().copies() != 1) {
      title += ", " + number(forecast.wish().copies()) + " side by side";
    }
    return title;
  }

  private static String number(double number) {
    return Numbers.decimal(number, 2);
  }

  private static String assumptions(Forecast forecast) {
    PortProfileUse use = forecast.use();
    String text =
        Numbers.count(use.ports(), "port")
            + (use.perDestination() ? " for each destination" : " for the whole host")
            + ", TIME_WAIT "
            + Numbers.decimal(use.timeWaitSeconds(), 1)
            + " s"
            + hops(use);
    return switch (forecast.reuse()) {
      case "loopback" -> text + ", reuse on loopback";
      case "everywhere" -> text + ", reuse everywhere";
      default -> text;
    };
  }

  private static String hops(PortProfileUse use) {
    if (!use.hopsAsFound()) {
      return ", " + Numbers.count(use.hops(), "hop") + " as stated";
    }
    return use.hops() == 1 ? ", hops as found (1)" : ", hops as found (up to " + use.hops() + ")";
  }

  private static void peaks(Lines lines, PortProfileUse use) {
    if (use.peakPortsAt() == null) {
      lines.add("No connection that takes a port was recorded.");
      return;
    }
    lines.add(
        "TIME_WAIT: at most "
            + Numbers.count(use.peak(), "socket")
            + (use.peakAt() == null ? "" : " at once, at " + PortWords.time(use.peakAt())));
    lines.add(
        "Ports taken, open or in TIME_WAIT: at most "
            + Numbers.count(use.peakPorts())
            + " at once, at "
            + PortWords.time(use.peakPortsAt())
            + "; "
            + PortWords.percent(use.portUsePercent())
            + (use.perDestination() ? " of the fullest range" : " of the range"));
    if (use.freeAt() != null) {
      lines.add("The last port would be free again at " + PortWords.time(use.freeAt()));
    }
  }

  private static void exhaustion(Lines lines, Forecast forecast) {
    PortProfileUse use = forecast.use();
    if (!use.exhausted()) {
      lines.add("Ports would not run out.");
      return;
    }
    lines.add(
        "PORTS WOULD RUN OUT after "
            + PortWords.after(forecast.run().startedAt(), use.exhaustedAt())
            + ", at "
            + PortWords.time(use.exhaustedAt())
            + "; the first connect that fails, to "
            + use.exhaustedEndpoint()
            + ":");
    lines.addNamed("  ", use.exhaustedSite());
  }

  private static void holders(Lines lines, PortProfileUse use) {
    if (use.holders() == null || use.holders().isEmpty()) {
      return;
    }
    String each = use.hops() == 1 ? "" : " (of ours; hops take more)";
    lines.add((use.exhausted() ? "Ports are held then" : "Ports at the peak") + each + ":");
    int shown = Math.min(HOLDERS, use.holders().size());
    for (Holder holder : use.holders().subList(0, shown)) {
      lines.addNamed("  " + PortWords.held(holder), holder.site());
    }
  }

  private static void sustainable(Lines lines, PortProfileUse use) {
    if (use.sustainableRatePerSecond() == null || use.sustainableCopies() == null) {
      return;
    }
    double rate = use.sustainableRatePerSecond();
    lines.add(
        "Sustainable: "
            + (rate < FEW_CONNECTIONS ? Numbers.decimal(rate, 2) : Numbers.count((long) rate))
            + " connections/s of this mix; "
            + (use.sustainableCopies() == 0
                ? "not even one such run"
                : Numbers.count(use.sustainableCopies(), "such run") + " side by side"));
  }

  private static void copies(Lines lines, Forecast forecast) {
    PortProfileUse use = forecast.copies();
    if (use == null) {
      return;
    }
    String text =
        "Instead "
            + number(forecast.wish().speed())
            + " side by side: TIME_WAIT at most "
            + Numbers.count(use.peak())
            + ", "
            + PortWords.percent(use.portUsePercent())
            + " of the ports, ";
    lines.add(
        use.exhausted()
            ? text + "out after " + PortWords.after(forecast.run().startedAt(), use.exhaustedAt())
            : text + "not out");
  }
}
