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
 * @param watching which fetches were to be recorded, or null in a journal that tells nothing of it
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
    boolean attached,
    Watching watching) {
  /** Without anything about fetches. */
  public RunInfo(
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
    this(
        id,
        pid,
        host,
        os,
        java,
        mainClass,
        mainLocation,
        startedAt,
        applicationPatterns,
        attached,
        null);
  }

  /** Keeps an unmodifiable copy of the patterns. */
  public RunInfo {
    applicationPatterns = List.copyOf(applicationPatterns);
  }
}
