package dev.churnagent.model;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a run at its start.
 *
 * @param id the run's name, also its folder's
 * @param pid process id of the JVM
 * @param host this machine's name, or null if unknown
 * @param os e.g. {@code Linux 6.1.0 amd64}
 * @param java e.g. {@code 17.0.15+6 (Debian)}
 * @param mainClass main class, jar or module as started, or null if unknown
 * @param mainLocation code source of the main jar or main module as {@code protocol:path}, or null
 * @param startedAt wall-clock time that the journal's nanosecond 0 stands for
 * @param applicationPatterns the {@code app} option as given; empty: decided by code source
 * @param attached whether the agent came by attach into a JVM that already ran
 */
public record RunInfo(
    String id,
    long pid,
    String host,
    String os,
    String java,
    String mainClass,
    String mainLocation,
    Instant startedAt,
    List<String> applicationPatterns,
    boolean attached) {
  /** Keeps an unmodifiable copy of the patterns. */
  public RunInfo {
    applicationPatterns = List.copyOf(applicationPatterns);
  }
}
