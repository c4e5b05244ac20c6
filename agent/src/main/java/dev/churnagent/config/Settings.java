package dev.churnagent.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user set, checked and complete. Immutable.
 *
 * <p>Precedence: agent arguments, then environment, then configuration file, then default.
 */
public final class Settings {
  /** The configuration file that is read without being named, if it is there. */
  public static final String DEFAULT_FILE = "churn.yaml";

  private static final String DEFAULT_OUTPUT = "churn-report";
  private static final long DEFAULT_CHAIN_WINDOW_SECONDS = 60;
  private static final long DEFAULT_JOURNAL_BYTES = 1L << 30;

  private final Path configFile;
  private final Path output;
  private final String run;
  private final List<ClassPattern> app;
  private final List<ClassPattern> watch;
  private final List<ClassPattern> scope;
  private final boolean http;
  private final boolean stacks;
  private final boolean handoff;
  private final List<String> redact;
  private final List<Limit> limits;
  private final List<Ignore> ignores;
  private final List<MachineProfile> profiles;
  private final int hops;
  private final OnViolation onViolation;
  private final BaselineFile baseline;
  private final Duration chainWindow;
  private final Set<Format> formats;
  private final boolean summary;
  private final long journalLimitBytes;
  private final Duration socketTable;
  private final Path sourceRoot;

  private Settings(Sources sources, Path workingDirectory) throws ConfigurationException {
    configFile = sources.path();
    GivenValue given = sources.one(Option.OUTPUT);
    output =
        given == null
            ? workingDirectory.resolve(DEFAULT_OUTPUT).toAbsolutePath().normalize()
            : Values.path(given, Option.OUTPUT, workingDirectory);
    given = sources.one(Option.RUN);
    run = given == null ? null : Values.runName(given);
    app = patterns(sources, Option.APP, false);
    watch = patterns(sources, Option.WATCH, true);
    scope = patterns(sources, Option.SCOPE, true);
    given = sources.one(Option.HTTP);
    http = given == null || Values.bool(given, Option.HTTP);
    given = sources.one(Option.STACKS);
    stacks = given == null || Values.bool(given, Option.STACKS);
    given = sources.one(Option.HANDOFF);
    handoff = given == null || Values.bool(given, Option.HANDOFF);
    List<GivenValue> secrets = sources.all(Option.REDACT);
    redact = secrets == null ? List.of() : Values.nameParts(secrets);
    profiles = sources.profiles();
    given = sources.one(Option.HOPS);
    hops = given == null ? 0 : PortValues.hops(given.where(), given.text());
    limits = allLimits(sources);
    LimitMachine.requireKnown(limits, profiles);
    ignores = sources.ignores();
    given = sources.one(Option.ON_VIOLATION);
    onViolation = given == null ? OnViolation.REPORT : Values.onViolation(given);
    given = sources.one(Option.BASELINE);
    baseline =
        given == null
            ? null
            : new BaselineFile(
                Values.path(
                    given, Option.BASELINE, sources.base(Option.BASELINE, workingDirectory)),
                given.where(),
                given.text());
    given = sources.one(Option.CHAIN_WINDOW);
    chainWindow =
        given == null ? Duration.ofSeconds(DEFAULT_CHAIN_WINDOW_SECONDS) : Values.timeSpan(given);
    List<GivenValue> givenFormats = sources.all(Option.FORMATS);
    formats =
        givenFormats == null
            ? Values.inOrder(List.of(Format.JSON, Format.HTML, Format.TEXT))
            : Values.formats(givenFormats);
    given = sources.one(Option.SUMMARY);
    summary = given == null || Values.bool(given, Option.SUMMARY);
    given = sources.one(Option.JOURNAL_LIMIT);
    journalLimitBytes = given == null ? DEFAULT_JOURNAL_BYTES : Values.journalBytes(given);
    given = sources.one(Option.SOCKET_TABLE);
    socketTable = given == null ? null : Values.socketTable(given);
    given = sources.one(Option.SOURCE_ROOT);
    sourceRoot =
        given == null
            ? workingDirectory.toAbsolutePath().normalize()
            : Values.path(
                given, Option.SOURCE_ROOT, sources.base(Option.SOURCE_ROOT, workingDirectory));
  }

  /**
   * Reads everything that was set.
   *
   * @param agentArguments {@code key=value,key=value}; may be null or empty
   * @param environment the environment variables
   * @param workingDirectory where relative paths begin, and where {@link #DEFAULT_FILE} is looked
   *     for
   * @throws ConfigurationException at the first mistake, with one line for the user
   */
  public static Settings load(
      String agentArguments, Map<String, String> environment, Path workingDirectory)
      throws ConfigurationException {
    Layer arguments = AgentArguments.parse(agentArguments);
    Sources sources = Sources.of(arguments, EnvironmentVariables.read(environment));
    return new Settings(sources.withFile(workingDirectory), workingDirectory);
  }

  /**
   * Checks agent arguments alone: no environment, no file, which may be those of another process.
   *
   * @param agentArguments as for {@link #load}
   * @throws ConfigurationException at the first mistake
   */
  public static void checkArguments(String agentArguments) throws ConfigurationException {
    Sources sources = Sources.of(AgentArguments.parse(agentArguments), new Layer());
    new Settings(sources, Path.of(""));
  }

  /** The keys of agent arguments, in the order of the contract. */
  public static List<String> keys() {
    return Option.keys();
  }

  private static List<Limit> allLimits(Sources sources) throws ConfigurationException {
    GivenValue given = sources.one(Option.MAX_RATE);
    List<Limit> fromFile = sources.limits();
    if (given == null) {
      return fromFile;
    }
    List<Limit> all = new ArrayList<>(fromFile);
    all.add(Limit.rate(Rate.parse(given.where(), given.text()), null, null));
    return Collections.unmodifiableList(all);
  }

  private static List<ClassPattern> patterns(Sources sources, Option option, boolean methodsToo)
      throws ConfigurationException {
    List<GivenValue> given = sources.all(option);
    return given == null ? List.of() : Values.patterns(given, option, methodsToo);
  }

  /** The folder for runs; absolute. */
  public Path output() {
    return output;
  }

  /**
   * The name of this run's folder under {@link #output()}, or null: to be made from time and pid.
   */
  public String run() {
    return run;
  }

  /** Patterns of application code; empty: by code source. */
  public List<ClassPattern> app() {
    return app;
  }

  /** Application methods that fetch data; may be empty. */
  public List<ClassPattern> watch() {
    return watch;
  }

  /** Methods whose one invocation is one unit of work; empty: test methods, by annotation. */
  public List<ClassPattern> scope() {
    return scope;
  }

  /** Whether to recognise HTTP requests on the wire. */
  public boolean http() {
    return http;
  }

  /** Whether fetches are recorded with their stack; without, chains have neither root nor steps. */
  public boolean stacks() {
    return stacks;
  }

  /**
   * Whether connections that are opened on other threads are told with who asked for them; without,
   * work is followed only as far as scopes and watched calls need it.
   */
  public boolean handoff() {
    return handoff;
  }

  /**
   * Parts of names in lower case: what belongs to a name that holds one is a secret, besides the
   * names that are so by default; may be empty.
   */
  public List<String> redact() {
    return redact;
  }

  /** Accepted repeats; may be empty. */
  public List<Ignore> ignores() {
    return ignores;
  }

  /** The file's limits in their order, then {@code max-rate}; may be empty. */
  public List<Limit> limits() {
    return limits;
  }

  /** What the user says of the ports of systems, each at most once; may be empty. */
  public List<MachineProfile> profiles() {
    return profiles;
  }

  /** Connections on this machine for each one of ours, from 1 to 8; 0: as found. */
  public int hops() {
    return hops;
  }

  /** What a violated limit does; never null. */
  public OnViolation onViolation() {
    return onViolation;
  }

  /** The file with what was accepted, which has not been read yet; null: nothing was. */
  public BaselineFile baseline() {
    return baseline;
  }

  /** How far apart repeats may be on one thread; above 0. */
  public Duration chainWindow() {
    return chainWindow;
  }

  /** The formats to write, in the order of {@link Format}; not empty. */
  public Set<Format> formats() {
    return formats;
  }

  /** Whether the summary goes to stderr when the JVM ends. */
  public boolean summary() {
    return summary;
  }

  /** How large a journal may grow; at least 2 MiB. */
  public long journalLimitBytes() {
    return journalLimitBytes;
  }

  /**
   * How often the system's socket table is read: 0 for never, null for what suits the system (every
   * second where it is a file, else less often).
   */
  public Duration socketTable() {
    return socketTable;
  }

  /** The root of the project's sources, which paths in reports are relative to; absolute. */
  public Path sourceRoot() {
    return sourceRoot;
  }

  /** The configuration file that was read, absolute, or null if there was none. */
  public Path configFile() {
    return configFile;
  }
}
