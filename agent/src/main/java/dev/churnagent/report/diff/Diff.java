package dev.churnagent.report.diff;

import java.util.List;

/**
 * Two reports compared; immutable, and serialised as it is. Every list has the worst change first.
 * A change is one of {@link Changes}; of rows that are new, {@code before} is null, of those that
 * are gone, {@code after} is.
 *
 * @param schema {@link #SCHEMA}
 * @param verdict {@code worse}, {@code better}, {@code same} or {@code mixed}
 * @param tolerancePercent how far two figures may be apart and still count as the same
 * @param notes whole sentences on what makes the two hard to compare; may be empty
 * @param chains empty if one of the two recorded no fetches, which a note says then
 */
public record Diff(
    String schema,
    String verdict,
    double tolerancePercent,
    Side before,
    Side after,
    List<String> notes,
    List<Figure> totals,
    List<SiteDiff> sites,
    List<ChainDiff> chains,
    List<EndpointDiff> endpoints,
    List<SystemDiff> systems,
    List<LimitDiff> limits) {

  /** The value of {@link #schema()}. */
  public static final String SCHEMA = "churn-diff/1";

  /** One of the two runs. */
  public record Side(String id, String startedAt, double durationSeconds, boolean complete) {}

  /**
   * One measure in both; the unit is in its name, and more is worse.
   *
   * @param before null if not known
   * @param after null if not known
   * @param change {@code worse}, {@code better} or {@code same}, also where one is not known
   */
  public record Figure(String name, Double before, Double after, String change) {}

  /**
   * One call site.
   *
   * @param site class and method
   * @param before its id in the first report
   * @param after its id in the second
   * @param beforeLine its line in the first report; null if unknown
   * @param afterLine its line in the second; null if unknown
   */
  public record SiteDiff(
      String site,
      String before,
      String after,
      Integer beforeLine,
      Integer afterLine,
      String change,
      List<Figure> figures) {}

  /** One chain of repeats; {@code before} and {@code after} are its ids. */
  public record ChainDiff(
      String root,
      String shape,
      String target,
      String before,
      String after,
      String change,
      List<Figure> figures) {}

  /** One far end. */
  public record EndpointDiff(String address, String change, List<Figure> figures) {}

  /** The ports of one system as modelled; {@code hops} are those of the second report. */
  public record SystemDiff(String os, int hops, String change, List<Figure> figures) {}

  /**
   * One limit on one subject.
   *
   * @param before its verdict in the first report; null if it was not judged or has none
   * @param after its verdict in the second
   */
  public record LimitDiff(
      String limit, String subject, String before, String after, String change) {}
}
