package dev.churnagent.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.finding.FindingKind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** The pages of the findings that a report has, for those who want to know what they mean. */
final class PageFindings {
  private final Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);

  PageFindings(Report report) {
    for (Site site : report.sites()) {
      FindingKind signature = site.signature() == null ? null : FindingKind.ofId(site.signature());
      if (signature != null) {
        kinds.add(signature);
      }
    }
    if (report.chains() != null) {
      for (Chain chain : report.chains()) {
        if (chain.isRedundant()) {
          kinds.add(FindingKind.REDUNDANT_CHAIN);
        }
      }
    }
    if (report.polls() != null && !report.polls().isEmpty()) {
      kinds.add(FindingKind.POLL);
    }
    if (report.portExhaustion() != null && report.portExhaustion().errors() > 0) {
      kinds.add(FindingKind.PORT_EXHAUSTION);
    }
    if (report.timeWait() != null && report.totals().connections() > 0) {
      kinds.add(FindingKind.TIME_WAIT);
    }
    if (!report.run().degraded().isEmpty() || report.run().lostEvents() > 0) {
      kinds.add(FindingKind.INCOMPLETE);
    }
    for (LimitResult limit : report.limits()) {
      if (LimitResults.FAIL.equals(limit.verdict())) {
        kinds.add(FindingKind.ofLimit(limit.limit()));
      }
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("findings");
    for (FindingKind kind : kinds) {
      json.writeStartObject();
      json.writeStringField("id", kind.id());
      json.writeStringField("summary", kind.summary());
      json.writeStringField("page", kind.pageAlone());
      json.writeStringField("uri", kind.helpUri());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
