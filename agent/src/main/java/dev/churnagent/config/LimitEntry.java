package dev.churnagent.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One entry of {@code limits} while it is read: first what it holds for, then its kind. */
final class LimitEntry {
  /** Keys that say what a limit holds for. */
  static final List<String> SELECTORS = List.of("site", "endpoint", "request", "on", "hops");

  private static final String PERCENTAGE = "a percentage, e.g. 50%";
  private static final int MAX_NUMBER_LENGTH = 30;

  private final List<YamlNodes.Entry> selectors = new ArrayList<>();
  private ClassPattern site;
  private EndpointPattern endpoint;
  private RequestPattern request;
  private Machine on;
  private int hops = LimitMachine.AS_PLANNED;

  /** Takes one of {@link #SELECTORS}. */
  void select(YamlNodes.Entry entry) throws ConfigurationException {
    selectors.add(entry);
    switch (entry.key()) {
      case "site" -> site = ClassPattern.parse(entry.where(), text(entry, "a pattern"));
      case "endpoint" ->
          endpoint = EndpointPattern.parse(entry.where(), text(entry, "an endpoint, e.g. *:27015"));
      case "on" -> on = Machine.parse(entry.where(), text(entry, Machine.ALLOWED));
      case "hops" -> hops = PortValues.hops(entry.where(), text(entry, Option.HOPS.allowed()));
      default -> request = RequestPattern.parse(entry.where(), text(entry, "a request's pattern"));
    }
  }

  /** The limit with this kind and allowance. */
  Limit of(YamlNodes.Entry entry) throws ConfigurationException {
    Limit.Kind kind = Limit.Kind.ofKey(entry.key());
    requireSelectorsOf(kind);
    if (kind == Limit.Kind.MAX_RATE) {
      Rate rate = Rate.parse(entry.where(), text(entry, Option.MAX_RATE.allowed()));
      return Limit.rate(rate, site, endpoint);
    }
    if (kind == Limit.Kind.MAX_PORT_USE) {
      String percent = text(entry, PERCENTAGE).trim();
      return Limit.ports(kind, percent, percentage(entry, percent), new LimitMachine(on, hops));
    }
    String allowed = "a whole number of at least 0";
    String text = text(entry, allowed).trim();
    double number = wholeNumber(text);
    if (number < 0) {
      throw new GivenValue(entry.where(), text).refused("is no such number", allowed);
    }
    if (kind.isOfPorts()) {
      return Limit.ports(kind, text, number, new LimitMachine(on, hops));
    }
    return kind.isOfFetches()
        ? Limit.fetches(kind, text, number, request)
        : Limit.count(kind, text, number, site, endpoint);
  }

  /** A selector that a kind can't use would hold for more than its author believes. */
  private void requireSelectorsOf(Limit.Kind kind) throws ConfigurationException {
    List<String> allowed =
        switch (kind) {
          case MAX_RATE, MAX_CONNECTIONS, MAX_OPEN -> List.of("site", "endpoint");
          case MAX_TIME_WAIT, MAX_PORT_USE -> List.of("on", "hops");
          case MAX_DUPLICATES -> List.of("request");
          case MAX_REDUNDANT_CALLS -> List.of();
        };
    for (YamlNodes.Entry selector : selectors) {
      if (!allowed.contains(selector.key())) {
        throw new GivenValue(selector.where(), YamlNodes.shown(selector.value()))
            .refused(
                "can't stand beside " + kind.key(),
                allowed.isEmpty() ? "nothing beside it" : String.join(", ", allowed));
      }
    }
  }

  private static double percentage(YamlNodes.Entry entry, String text)
      throws ConfigurationException {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).trim() : "";
    if (!Rate.isDecimal(number)) {
      throw new GivenValue(entry.where(), text).refused("is not a percentage", PERCENTAGE);
    }
    return Double.parseDouble(number);
  }

  private static String text(YamlNodes.Entry entry, String allowed) throws ConfigurationException {
    return YamlNodes.text(entry.where(), entry.value(), allowed);
  }

  /** The number, or -1 if {@code text} is no whole finite number of at least 0. */
  private static double wholeNumber(String text) {
    if (text.length() > MAX_NUMBER_LENGTH) {
      return -1;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      double value = number.doubleValue();
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return whole && number.signum() >= 0 && !Double.isInfinite(value) ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
