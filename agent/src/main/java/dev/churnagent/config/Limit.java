package dev.churnagent.config;

import java.time.Duration;

/**
 * One limit of the contract's section 4, as data. It is judged in {@code gate}.
 *
 * @param text the limit on one line as the user wrote it, e.g. {@code max-rate: 5/s over 10s (site
 *     com.acme.flow.**)}; never null
 * @param kind what is limited; never null
 * @param site the sites it holds for, each on its own; null: every site
 * @param endpoint count only connections to these endpoints; null: all
 * @param allowed the highest measure that passes, in the kind's own unit (per second for a rate)
 * @param window the sliding window of a rate, else null
 */
public record Limit(
    String text,
    Kind kind,
    ClassPattern site,
    EndpointPattern endpoint,
    double allowed,
    Duration window) {

  /** A limit of a rate; {@code site} and {@code endpoint} may be null. */
  static Limit rate(Rate rate, ClassPattern site, EndpointPattern endpoint) {
    String text = asWritten(Kind.MAX_RATE, rate.text(), site, endpoint);
    return new Limit(text, Kind.MAX_RATE, site, endpoint, rate.perSecond(), rate.window());
  }

  /** A limit of a count; {@code site} and {@code endpoint} may be null. */
  static Limit count(
      Kind kind, String number, double allowed, ClassPattern site, EndpointPattern endpoint) {
    return new Limit(asWritten(kind, number, site, endpoint), kind, site, endpoint, allowed, null);
  }

  private static String asWritten(
      Kind kind, String value, ClassPattern site, EndpointPattern endpoint) {
    StringBuilder text = new StringBuilder(kind.key).append(": ").append(value);
    if (site != null) {
      text.append(" (site ").append(site);
    }
    if (endpoint != null) {
      text.append(site == null ? " (" : ", ").append("endpoint ").append(endpoint);
    }
    return text.append(site == null && endpoint == null ? "" : ")").toString();
  }

  /** What a limit is about. */
  public enum Kind {
    /** Highest rate of established connections in any window. */
    MAX_RATE("max-rate", "connections/s"),
    /** Connections over the whole run. */
    MAX_CONNECTIONS("max-connections", "connections"),
    /** Connections open at the same time. */
    MAX_OPEN("max-open", "open connections");

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

    /** The key in the configuration file. */
    public String key() {
      return key;
    }

    /** The unit in reports. */
    public String unit() {
      return unit;
    }
  }
}
