package dev.churnagent.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One limit of the contract's section 4, as data. It is judged in {@code gate}.
 *
 * @param text the limit on one line as the user wrote it, e.g. {@code max-rate: 5/s over 10s (site
 *     com.acme.flow.**)}; never null
 * @param kind what is limited; never null
 * @param site the sites it holds for, each on its own; null: every site
 * @param endpoint count only connections to these endpoints; null: all
 * @param request of a limit on fetches: the requests it holds for; null: every request
 * @param allowed the highest measure that passes, in the kind's own unit (per second for a rate)
 * @param window the sliding window of a rate, else null
 * @param machine of a limit on ports: whose; else null
 */
public record Limit(
    String text,
    Kind kind,
    ClassPattern site,
    EndpointPattern endpoint,
    RequestPattern request,
    double allowed,
    Duration window,
    LimitMachine machine) {

  /** A limit on ports is on the run's own system unless it says otherwise. */
  public Limit {
    machine = machine == null && kind.isOfPorts() ? LimitMachine.OWN : machine;
  }

  /** A limit on connections. */
  public Limit(
      String text,
      Kind kind,
      ClassPattern site,
      EndpointPattern endpoint,
      double allowed,
      Duration window) {
    this(text, kind, site, endpoint, null, allowed, window, null);
  }

  /** A limit of a rate; {@code site} and {@code endpoint} may be null. */
  static Limit rate(Rate rate, ClassPattern site, EndpointPattern endpoint) {
    String text = asWritten(Kind.MAX_RATE, rate.text(), site, endpoint, null);
    return new Limit(text, Kind.MAX_RATE, site, endpoint, rate.perSecond(), rate.window());
  }

  /** A limit of a count of connections; {@code site} and {@code endpoint} may be null. */
  static Limit count(
      Kind kind, String number, double allowed, ClassPattern site, EndpointPattern endpoint) {
    String text = asWritten(kind, number, site, endpoint, null);
    return new Limit(text, kind, site, endpoint, allowed, null);
  }

  /** A limit of a count of calls; {@code request} may be null. */
  static Limit fetches(Kind kind, String number, double allowed, RequestPattern request) {
    String text = asWritten(kind, number, null, null, request);
    return new Limit(text, kind, null, null, request, allowed, null, null);
  }

  /** A limit on ports. */
  static Limit ports(Kind kind, String number, double allowed, LimitMachine machine) {
    String selectors = machine.toString();
    String limit = kind.key.concat(": ").concat(number);
    String text = selectors.isEmpty() ? limit : limit + " (" + selectors + ")";
    return new Limit(text, kind, null, null, null, allowed, null, machine);
  }

  private static String asWritten(
      Kind kind,
      String value,
      ClassPattern site,
      EndpointPattern endpoint,
      RequestPattern request) {
    StringBuilder selectors = new StringBuilder();
    append(selectors, "site ", site);
    append(selectors, "endpoint ", endpoint);
    append(selectors, "request ", request);
    String limit = kind.key.concat(": ").concat(value);
    return selectors.length() == 0 ? limit : limit + " (" + selectors + ")";
  }

  private static void append(StringBuilder selectors, String name, Object pattern) {
    if (pattern != null) {
      selectors.append(selectors.length() == 0 ? "" : ", ").append(name).append(pattern);
    }
  }

  /** What a limit is about. */
  public enum Kind {
    /** Highest rate of established connections in any window. */
    MAX_RATE("max-rate", "connections/s"),
    /** Connections over all runs that are judged together. */
    MAX_CONNECTIONS("max-connections", "connections"),
    /** Connections open at the same time. */
    MAX_OPEN("max-open", "open connections"),
    /** Sockets in TIME_WAIT at once, as modelled, over all hops. */
    MAX_TIME_WAIT("max-time-wait", "TIME_WAIT sockets"),
    /** The share of the ports that is taken at once, as modelled. */
    MAX_PORT_USE("max-port-use", "% of the ports"),
    /** Avoidable calls over all chains. */
    MAX_REDUNDANT_CALLS("max-redundant-calls", "calls"),
    /** Avoidable calls of one request: the same target and arguments. */
    MAX_DUPLICATES("max-duplicates", "calls");

    private final String key;
    private final String unit;

    Kind(String key, String unit) {
      this.key = key;
      this.unit = unit;
    }

    /** The kind of that key, or null. */
    static Kind ofKey(String key) {
      for (Kind kind : values()) {
        if (kind.key.equals(key)) {
          return kind;
        }
      }
      return null;
    }

    /** Every key, in the order of the contract. */
    static List<String> keys() {
      List<String> keys = new ArrayList<>();
      for (Kind kind : values()) {
        keys.add(kind.key);
      }
      return keys;
    }

    /** The key in the configuration file. */
    public String key() {
      return key;
    }

    /** The unit in reports. */
    public String unit() {
      return unit;
    }

    /** Whether it limits fetches, which not every run records, rather than connections. */
    public boolean isOfFetches() {
      return this == MAX_REDUNDANT_CALLS || this == MAX_DUPLICATES;
    }

    /** Whether it limits what the port model says of the whole run. */
    public boolean isOfPorts() {
      return this == MAX_TIME_WAIT || this == MAX_PORT_USE;
    }
  }
}
