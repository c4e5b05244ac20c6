package dev.churnagent.junit;

import java.time.Duration;
import java.util.List;

/**
 * What a piece of code opened and fetched, on its own thread and on those it handed work to.
 *
 * @param connections established
 * @param failed attempts that reached the operating system and failed
 * @param openAtEnd of the connections, how many were open when it ended
 * @param peakOpen of the connections, the most that were open at one time
 * @param peakPerSecond the most that were established within any second
 * @param duration how long it took
 * @param sites where they were opened, most connections first
 * @param elsewhere opened meanwhile on threads of which the agent does not know whose work they do;
 *     not part of the other figures
 * @param chains fetches that were repeated in vain, worst first
 * @param avoidableCalls how many fetches one for each chain would have spared
 * @param problems why the figures may be too low, one line each; empty in what {@link Churn}
 *     returns
 */
public record ChurnFigures(
    long connections,
    long failed,
    long openAtEnd,
    long peakOpen,
    double peakPerSecond,
    Duration duration,
    List<Site> sites,
    List<Site> elsewhere,
    List<Chain> chains,
    long avoidableCalls,
    List<String> problems) {

  /**
   * A call site: the innermost frame of the user's own code.
   *
   * @param site as in a stack trace, e.g. {@code com.acme.Client.open(Client.java:42)}
   * @param connections established there
   * @param failed attempts that failed there
   * @param endpoints where to, most often first, e.g. {@code 127.0.0.1:8080}
   */
  public record Site(String site, long connections, long failed, List<String> endpoints) {}

  /**
   * The same fetched several times with the same answer.
   *
   * @param root the lowest common caller, e.g. {@code com.acme.Flow#run}: one fetch there would do
   * @param steps how the root comes to each fetch, in order of time
   * @param target what is fetched, e.g. {@code GET http://127.0.0.1:8080/status}
   * @param calls how often
   * @param avoidableCalls how many of these could be spared
   * @param advice a sentence or two
   */
  public record Chain(
      String root,
      List<String> steps,
      String target,
      long calls,
      long avoidableCalls,
      String advice) {}
}
