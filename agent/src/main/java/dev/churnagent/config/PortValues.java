package dev.churnagent.config;

import java.time.Duration;

/** Turns what a user wrote about ports into values, or refuses it. */
public final class PortValues {
  static final String PORTS = "a whole number from 1 to 65535";
  static final String EXCLUDED_PORTS = "a whole number from 0 to 65534";
  static final String PER_DESTINATION = "true or false";
  static final String REUSE = "never, loopback or everywhere";

  private static final double LEAST_FACTOR = 0.01;
  private static final double MOST_FACTOR = 100_000;
  private static final int MAX_PORTS = 65_535;
  private static final int MAX_HOPS = 8;
  private static final int MAX_DIGITS = 9;

  private PortValues() {}

  /**
   * Connections on one machine for each one of ours, 1 to 8.
   *
   * @param where what to call the place in the message
   * @throws ConfigurationException if {@code text} is no such number
   */
  public static int hops(String where, String text) throws ConfigurationException {
    return whole(new GivenValue(where, text), 1, MAX_HOPS, Option.HOPS.allowed());
  }

  /**
   * How many times as fast, or as often.
   *
   * @param where what to call the place in the message
   * @param text null: 1
   * @throws ConfigurationException if {@code text} is no such number
   */
  public static double factor(String where, String text) throws ConfigurationException {
    String trimmed = text == null ? "1" : text.trim();
    double factor = Rate.isDecimal(trimmed) ? Double.parseDouble(trimmed) : 0;
    if (factor < LEAST_FACTOR || factor > MOST_FACTOR) {
      throw new GivenValue(where, text)
          .refused("is no such number", "a number from 0.01 to 100000, e.g. 2 or 1.5");
    }
    return factor;
  }

  /**
   * What the options of a command say of a machine.
   *
   * @param ports the value of {@code --ports} or null, and so on
   * @throws ConfigurationException if a value is not allowed
   */
  public static MachineProfile stated(
      Machine machine, String ports, String excluded, String timeWait, Boolean perDestination)
      throws ConfigurationException {
    return new MachineProfile(
        machine,
        ports == null ? null : ports(new GivenValue("--ports", ports)),
        excluded == null ? null : excludedPorts(new GivenValue("--excluded", excluded)),
        timeWait == null ? null : seconds("--time-wait", timeWait.trim()),
        perDestination,
        null);
  }

  /** A length of time whose unit may be left out: seconds. */
  private static Duration seconds(String where, String text) throws ConfigurationException {
    boolean isBare = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    return TimeSpan.parse(where, isBare ? text.concat("s") : text);
  }

  static int ports(GivenValue given) throws ConfigurationException {
    return whole(given, 1, MAX_PORTS, PORTS);
  }

  static int excludedPorts(GivenValue given) throws ConfigurationException {
    return whole(given, 0, MAX_PORTS - 1, EXCLUDED_PORTS);
  }

  static boolean perDestination(GivenValue given) throws ConfigurationException {
    return switch (given.text().trim()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw given.refused("is neither", PER_DESTINATION);
    };
  }

  static MachineProfile.Reuse reuse(GivenValue given) throws ConfigurationException {
    return switch (given.text().trim()) {
      case "never" -> MachineProfile.Reuse.NEVER;
      case "loopback" -> MachineProfile.Reuse.LOOPBACK;
      case "everywhere" -> MachineProfile.Reuse.EVERYWHERE;
      default -> throw given.refused("is none of them", REUSE);
    };
  }

  private static int whole(GivenValue given, int least, int most, String allowed)
      throws ConfigurationException {
    String text = given.text().trim();
    boolean digits = !text.isEmpty() && text.length() <= MAX_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    int number = digits ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw given.refused("is no such number", allowed);
    }
    return number;
  }
}
