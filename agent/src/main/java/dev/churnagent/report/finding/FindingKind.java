package dev.churnagent.report.finding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What churn-agent can find. Each kind has an id that never changes, one line that says what it
 * means, and a page in {@code docs/findings} that tells when it is said, what it costs and how to
 * cure it.
 */
public enum FindingKind {
  /** See the page; so for all of these. */
  CLOSE_FIRST("close-first", "A connection is opened for one use, and we close it first."),
  HOARD("hoard", "Many connections are kept open for long."),
  LEAK("leak", "Connections are opened that nobody closes."),
  PEER_FIRST("peer-first", "The other side closes the connections first."),
  POOLED("pooled", "Few connections are kept and used again, as it should be."),
  RESET("reset", "Connections end in a reset."),
  REDUNDANT_CHAIN("redundant-chain", "Steps of one flow fetch the same data again and again."),
  POLL("poll", "A waiting loop or a retry: the same request, with pauses in between."),
  PORT_EXHAUSTION("port-exhaustion", "Connects failed because no port was left."),
  TIME_WAIT("time-wait", "Closed connections hold their ports in TIME_WAIT."),
  MAX_RATE("max-rate", "A call site opens connections faster than its limit allows."),
  MAX_CONNECTIONS("max-connections", "A call site opens more connections than its limit allows."),
  MAX_OPEN("max-open", "A call site has more connections open at once than its limit allows."),
  MAX_TIME_WAIT(
      "max-time-wait", "More sockets are in TIME_WAIT at once than the run's limit allows."),
  MAX_PORT_USE("max-port-use", "More of the port range is taken than the run's limit allows."),
  MAX_REDUNDANT_CALLS(
      "max-redundant-calls", "More calls could have been spared than the run's limit allows."),
  MAX_DUPLICATES("max-duplicates", "One request is repeated more often than its limit allows."),
  INCOMPLETE("incomplete", "Not everything was measured, so nothing can be said to hold.");

  private static final FindingKind[] ALL = values();

  private final String id;
  private final String summary;

  FindingKind(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** The name in machine-readable formats and of its page; lower case, with dashes. */
  public String id() {
    return id;
  }

  /** One sentence of plain text. */
  public String summary() {
    return summary;
  }

  /** Whether it is the violation of a limit of that name. */
  public boolean isLimit() {
    return id.startsWith("max-");
  }

  /**
   * The page's Markdown as it stands in {@code docs/findings}, links to other pages included.
   *
   * @throws IllegalStateException if the page is not in the jar, which a test rules out
   */
  public String page() {
    try (InputStream in = FindingKind.class.getResourceAsStream(file())) {
      if (in == null) {
        throw new IllegalStateException(file() + " is missing");
      }
      // The same line ends wherever the jar was built.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException(file() + " can't be read", e);
    }
  }

  /** The page without links that lead nowhere outside of {@code docs}. */
  public String pageAlone() {
    return PageLinks.resolve(page(), BuildFacts.docsUrl());
  }

  /** Where the page can be read on the web, or null if it is nowhere. */
  public String helpUri() {
    String docs = BuildFacts.docsUrl();
    return docs == null ? null : docs + PageLinks.FOLDER + file();
  }

  private String file() {
    return id.concat(".md");
  }

  /** The kind with that id, or null. */
  public static FindingKind ofId(String id) {
    for (FindingKind kind : ALL) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    return null;
  }

  /**
   * The kind of a violated limit.
   *
   * @param limit as in a report, e.g. {@code max-rate: 5/s over 10s}
   * @throws IllegalArgumentException if no limit begins so
   */
  public static FindingKind ofLimit(String limit) {
    int colon = limit.indexOf(':');
    FindingKind kind = ofId(colon < 0 ? limit : limit.substring(0, colon));
    if (kind == null || !kind.isLimit()) {
      throw new IllegalArgumentException(limit);
    }
    return kind;
  }
}
