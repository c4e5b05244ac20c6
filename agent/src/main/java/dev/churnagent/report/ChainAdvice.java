package dev.churnagent.report;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.ChainFindings.Shape;
import dev.churnagent.analysis.ChainFindings.Step;
import java.util.ArrayList;
import java.util.List;

/** Says what to do about a chain, or why there is nothing to blame. */
final class ChainAdvice {
  private static final int NAMED_STEPS = 8;

  private ChainAdvice() {}

  /**
   * The advice.
   *
   * @param timeWait how many of the avoidable connections ended in TIME_WAIT, or null if unknown
   * @param seconds how long that lasts on the run's own system
   */
  static String of(ChainFindings chain, Long timeWait, double seconds) {
    if (chain.avoidableCalls() > 0) {
      return fetchOnce(chain) + saved(chain, timeWait, seconds);
    }
    if (chain.distinctArguments() > 1) {
      return chain.root().name()
          + " asks for "
          + Numbers.count(chain.distinctArguments())
          + " different arguments one by one"
          + place(chain)
          + ": if the other side can answer for several at once, one request would do instead of "
          + Numbers.count(chain.calls())
          + ". Told for information, not counted as avoidable.";
    }
    return isWrite(chain.target())
        ? "The same write, several times"
            + place(chain)
            + ". Told, not blamed: only its author knows whether each one is meant."
        : "Told for information: none of these calls is known to be avoidable.";
  }

  /** Of HTTP only GET and HEAD change nothing; a method's name tells nothing. */
  static boolean isWrite(String target) {
    int space = target.indexOf(' ');
    boolean isHttp = space > 0 && target.indexOf('#') < 0;
    return isHttp && !target.startsWith("GET ") && !target.startsWith("HEAD ");
  }

  private static String fetchOnce(ChainFindings chain) {
    String root = chain.root().name();
    String time = Names.isThread(root) ? "as long as that takes" : "the time of " + root;
    String pass =
        switch (chain.shape()) {
          case SEQUENCE -> " and pass the result on to " + steps(chain);
          case NESTED -> " and pass the result down to " + steps(chain);
          case LOOP -> ", before the repetition" + place(chain) + ", and use the result each time";
          case FAN_OUT -> ", before it starts the others, and pass it on to " + steps(chain);
        };
    return "Fetch once "
        + Names.place(root)
        + pass
        + "; or cache "
        + chain.target()
        + " for "
        + time
        + ".";
  }

  private static String saved(ChainFindings chain, Long timeWait, double seconds) {
    String calls =
        " That spares "
            + Numbers.count(chain.avoidableCalls())
            + " of "
            + Numbers.count(chain.calls(), "call");
    if (chain.avoidableConnections() == 0) {
      return calls + ".";
    }
    String connections = " and " + Numbers.count(chain.avoidableConnections(), "connection");
    return calls + connections + timeWait(chain, timeWait, seconds) + ".";
  }

  private static String timeWait(ChainFindings chain, Long timeWait, double seconds) {
    if (timeWait == null) {
      return "";
    }
    if (timeWait == 0) {
      return ", none of which left a port in TIME_WAIT";
    }
    String length = Numbers.decimal(seconds, 1) + " s in TIME_WAIT";
    return timeWait == chain.avoidableConnections()
        ? ", each " + length
        : ", " + Numbers.count(timeWait) + " of them " + length;
  }

  /** The steps with the lines in the root that call them; the root may be one and needs nothing. */
  private static String steps(ChainFindings chain) {
    List<Step> steps = new ArrayList<>();
    for (Step step : chain.steps()) {
      if (!step.name().equals(chain.root().name())) {
        steps.add(step);
      }
    }
    StringBuilder text = new StringBuilder();
    int shown = Math.min(NAMED_STEPS, steps.size());
    for (Step step : steps.subList(0, shown)) {
      text.append(text.length() == 0 ? "" : ", ").append(step.name());
      if (step.line() >= 0) {
        text.append(" (line ").append(step.line()).append(')');
      }
    }
    return shown == steps.size()
        ? text.toString()
        : text + " and " + Numbers.count(steps.size() - shown) + " more";
  }

  private static String place(ChainFindings chain) {
    boolean isKnown =
        !chain.steps().isEmpty()
            && chain.steps().get(0).line() >= 0
            && chain.shape() != Shape.FAN_OUT;
    return isKnown ? " (line " + chain.steps().get(0).line() + ")" : "";
  }
}
