package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.analysis.Library;
import dev.churnagent.report.Cause;
import dev.churnagent.report.ClosedBy;
import dev.churnagent.report.Report.ClientObjects;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.EndpointCount;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.LifetimeBucket;
import dev.churnagent.report.Report.ScopeCount;
import dev.churnagent.report.Report.Site;
import java.io.IOException;
import java.util.List;

/** The report's {@code sites}, field by field as the contract names them. */
final class JsonSites {
  private final JsonGenerator json;
  private final JsonFields fields;
  private final StackFormat stacks;

  JsonSites(JsonGenerator json, JsonFields fields, StackFormat stacks) {
    this.json = json;
    this.fields = fields;
    this.stacks = stacks;
  }

  void sites(List<Site> sites) throws IOException {
    json.writeArrayFieldStart("sites");
    for (Site site : sites) {
      site(site);
    }
    json.writeEndArray();
  }

  private void site(Site site) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", site.id());
    json.writeStringField("class", site.className());
    json.writeStringField("method", site.method());
    json.writeStringField("file", site.file());
    fields.number("line", site.line());
    json.writeStringField("kind", site.kind());
    json.writeStringField("attribution", site.attribution());
    json.writeNumberField("connections", site.connections());
    json.writeNumberField("failed", site.failed());
    failures(site.failures());
    json.writeNumberField("abandoned", site.abandoned());
    json.writeNumberField("closed", site.closed());
    json.writeNumberField("openAtEnd", site.openAtEnd());
    json.writeNumberField("peakOpen", site.peakOpen());
    fields.number("meanRatePerSecond", site.meanRatePerSecond());
    fields.peakRate(site.peakRate());
    durations(site);
    closedFirst(site.closedFirst());
    endpoints(site.endpoints());
    scopes(site.scopes());
    json.writeFieldName("stacks");
    stacks.write(site.stacks(), json);
    json.writeStringField("signature", site.signature());
    lifetimeHistogram(site.lifetimeHistogram());
    clients(site.clients());
    json.writeArrayFieldStart("causes");
    for (Cause cause : site.causes()) {
      json.writeString(cause.text());
    }
    json.writeEndArray();
    library("library", site.library());
    library("transport", site.transport());
    closedBy(site.closedBy());
    json.writeNumberField("unreadAnswers", site.unreadAnswers());
    causeDetails(site.causes());
    json.writeEndObject();
  }

  private void clients(List<ClientObjects> clients) throws IOException {
    json.writeArrayFieldStart("clients");
    for (ClientObjects built : clients) {
      json.writeStartObject();
      json.writeStringField("kind", built.kind());
      json.writeStringField("builtAt", built.builtAt());
      json.writeNumberField("objects", built.objects());
      json.writeNumberField("connections", built.connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void causeDetails(List<Cause> causes) throws IOException {
    json.writeArrayFieldStart("causeDetails");
    for (Cause cause : causes) {
      json.writeStartObject();
      json.writeStringField("kind", cause.kind());
      json.writeNumberField("count", cause.count());
      fields.number("objects", cause.objects());
      json.writeStringField("client", cause.client());
      json.writeStringField("builtAt", cause.builtAt());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void library(String name, Library library) throws IOException {
    if (library == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("name", library.name());
    json.writeStringField("version", library.version());
    json.writeEndObject();
  }

  private void closedBy(List<ClosedBy> closers) throws IOException {
    json.writeArrayFieldStart("closedBy");
    for (ClosedBy closer : closers) {
      json.writeStartObject();
      json.writeStringField("site", closer.site());
      json.writeStringField("kind", closer.kind());
      library("library", closer.library());
      json.writeStringField("attribution", closer.attribution());
      json.writeStringField("handedOverBy", closer.handedOverBy());
      json.writeNumberField("connections", closer.connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void failures(List<Failures> failures) throws IOException {
    json.writeArrayFieldStart("failures");
    for (Failures failure : failures) {
      json.writeStartObject();
      json.writeStringField("kind", failure.kind());
      json.writeNumberField("count", failure.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void durations(Site site) throws IOException {
    if (site.lifetimeMillis() == null) {
      json.writeNullField("lifetimeMillis");
    } else {
      var lifetime = site.lifetimeMillis();
      percentiles("lifetimeMillis", lifetime.p50(), lifetime.p90(), lifetime.p99(), lifetime.max());
    }
    if (site.connectMicros() == null) {
      json.writeNullField("connectMicros");
    } else {
      var connect = site.connectMicros();
      percentiles("connectMicros", connect.p50(), connect.p90(), connect.p99(), connect.max());
    }
  }

  private void percentiles(String name, double p50, double p90, double p99, double max)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("p50", p50);
    json.writeNumberField("p90", p90);
    json.writeNumberField("p99", p99);
    json.writeNumberField("max", max);
    json.writeEndObject();
  }

  private void lifetimeHistogram(List<LifetimeBucket> buckets) throws IOException {
    if (buckets == null) {
      json.writeNullField("lifetimeHistogram");
      return;
    }
    json.writeArrayFieldStart("lifetimeHistogram");
    for (LifetimeBucket bucket : buckets) {
      json.writeStartObject();
      json.writeNumberField("upToMillis", bucket.upToMillis());
      json.writeNumberField("connections", bucket.connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void closedFirst(ClosedFirstCounts counts) throws IOException {
    json.writeObjectFieldStart("closedFirst");
    json.writeNumberField("local", counts.local());
    json.writeNumberField("peer", counts.peer());
    json.writeNumberField("reset", counts.reset());
    json.writeNumberField("unknown", counts.unknown());
    json.writeEndObject();
  }

  private void endpoints(List<EndpointCount> endpoints) throws IOException {
    json.writeArrayFieldStart("endpoints");
    for (EndpointCount endpoint : endpoints) {
      json.writeStartObject();
      json.writeStringField("address", endpoint.address());
      json.writeNumberField("connections", endpoint.connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void scopes(List<ScopeCount> scopes) throws IOException {
    if (scopes == null) {
      json.writeNullField("scopes");
      return;
    }
    json.writeArrayFieldStart("scopes");
    for (ScopeCount scope : scopes) {
      json.writeStartObject();
      json.writeStringField("name", scope.name());
      json.writeNumberField("connections", scope.connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
