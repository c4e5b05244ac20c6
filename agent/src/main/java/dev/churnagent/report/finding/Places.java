package dev.churnagent.report.finding;

import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.Request;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the code that a violated limit is about: the call site that it names; for a limit on
 * fetches the root of the chain to blame, where one fetch would do; for a limit on ports the call
 * site that held most.
 */
final class Places {
  private static final String HELD_BY = "held by ";

  private final Report report;
  private final SourceTree sources;
  private final Map<String, Site> sites = new HashMap<>();

  Places(Report report, SourceTree sources) {
    this.report = report;
    this.sources = sources;
    if (report.sites() != null) {
      for (Site site : report.sites()) {
        sites.put(site.describe(), site);
      }
    }
  }

  /** The place, or null if nothing is known of it. */
  Place of(FindingKind kind, LimitResult result) {
    return switch (kind) {
      case MAX_REDUNDANT_CALLS, MAX_DUPLICATES -> ofFetches(kind, result);
      case MAX_TIME_WAIT, MAX_PORT_USE -> of(holder(result.detail()));
      default -> of(sites.get(result.subject()));
    };
  }

  /** What to do about it at that place; null if the report has no words for it. */
  String advice(FindingKind kind, LimitResult result) {
    Chain chain = chain(kind, result);
    return chain == null ? null : chain.advice();
  }

  private Place of(Site site) {
    if (site == null || site.method() == null) {
      return null;
    }
    String path = sources.find(site.className(), site.file());
    return new Place(site.className(), site.method(), site.line(), path, site.file());
  }

  /** The detail names the sites that held most, the worst first. */
  private Site holder(String detail) {
    int start = detail == null ? -1 : detail.indexOf(HELD_BY);
    if (start < 0) {
      return null;
    }
    start += HELD_BY.length();
    Site longest = null;
    for (Map.Entry<String, Site> site : sites.entrySet()) {
      boolean isNamed = detail.startsWith(site.getKey(), start);
      boolean isLonger = longest == null || site.getKey().length() > longest.describe().length();
      longest = isNamed && isLonger ? site.getValue() : longest;
    }
    return longest;
  }

  private Place ofFetches(FindingKind kind, LimitResult result) {
    Place place = of(chain(kind, result));
    Request request = place == null ? request(result.subject()) : null;
    return request == null ? place : ofMethod(request.target(), null);
  }

  /** The chain to blame for a violated limit on fetches; null for others, and if there is none. */
  private Chain chain(FindingKind kind, LimitResult result) {
    if (kind == FindingKind.MAX_REDUNDANT_CALLS) {
      return worstChain(null);
    }
    Request request = kind == FindingKind.MAX_DUPLICATES ? request(result.subject()) : null;
    return request == null ? null : worstChain(request.id());
  }

  private Request request(String subject) {
    List<Request> requests = report.requests() == null ? List.of() : report.requests();
    for (Request request : requests) {
      if (request.describe().equals(subject)) {
        return request;
      }
    }
    return null;
  }

  /** The redundant chain with the most avoidable calls, of one request or of any. */
  private Chain worstChain(String request) {
    Chain worst = null;
    List<Chain> chains = report.chains() == null ? List.of() : report.chains();
    for (Chain chain : chains) {
      boolean isMeant = request == null || request.equals(chain.request());
      boolean isWorse = worst == null || chain.avoidableCalls() > worst.avoidableCalls();
      worst = chain.isRedundant() && isMeant && isWorse ? chain : worst;
    }
    return worst;
  }

  private Place of(Chain chain) {
    if (chain == null) {
      return null;
    }
    // Steps on several threads may have nothing in common but the JDK's own start of a thread.
    boolean isJdk = chain.root() == null || chain.root().startsWith("java.");
    if (isJdk) {
      return chain.steps().isEmpty() ? null : ofMethod(chain.steps().get(0), null);
    }
    Integer line = null;
    for (Integer step : chain.lines()) {
      line = line == null ? step : line;
    }
    return ofMethod(chain.root(), line);
  }

  /** The place of {@code com.acme.Flow#run}; null for an HTTP request. */
  private Place ofMethod(String name, Integer line) {
    int hash = name.indexOf('#');
    if (hash < 0 || name.indexOf(' ') >= 0) {
      return null;
    }
    String className = name.substring(0, hash);
    String path = sources.find(className, null);
    return new Place(className, name.substring(hash + 1), line, path, null);
  }
}
