package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.EndpointUse;
import dev.churnagent.report.Report.FirstExhaustion;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.PeakRate;
import dev.churnagent.report.Report.PortExhaustion;
import java.io.IOException;
import java.util.List;

/** The parts of a report but its sites, field by field as the contract names them. */
final class JsonFields {
  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  void report(Report report, StackFormat stacks) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", report.schema());
    run(report.run());
    totals(report.totals());
    new JsonSites(json, this, stacks).sites(report.sites());
    endpoints(report.endpoints());
    new JsonFetches(json, this).fetches(report);
    JsonPorts ports = new JsonPorts(json, this);
    ports.timeWait(report.timeWait());
    portExhaustion(report.portExhaustion());
    ports.remedies(report.remedies());
    limits(report.limits());
    json.writeStringField("verdict", report.verdict());
    new JsonTimeline(json).timeline(report.timeline());
    json.writeEndObject();
  }

  void limitsAndVerdict(List<LimitResult> limits, String verdict, List<String> notes)
      throws IOException {
    json.writeStartObject();
    limits(limits);
    json.writeStringField("verdict", verdict);
    strings("notes", notes);
    json.writeEndObject();
  }

  private void run(Report.Run run) throws IOException {
    if (run == null) {
      json.writeNullField("run");
      return;
    }
    json.writeObjectFieldStart("run");
    json.writeStringField("id", run.id());
    number("pid", run.pid());
    json.writeStringField("host", run.host());
    json.writeStringField("os", run.os());
    json.writeStringField("java", run.java());
    json.writeStringField("mainClass", run.mainClass());
    json.writeStringField("startedAt", run.startedAt());
    json.writeStringField("endedAt", run.endedAt());
    json.writeNumberField("durationSeconds", run.durationSeconds());
    json.writeBooleanField("complete", run.complete());
    json.writeNumberField("lostEvents", run.lostEvents());
    strings("degraded", run.degraded());
    strings("notes", run.notes());
    json.writeNumberField("mergedRuns", run.mergedRuns());
    json.writeNumberField("runsWithoutFetches", run.runsWithoutFetches());
    json.writeEndObject();
  }

  private void totals(Report.Totals totals) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("connections", totals.connections());
    json.writeNumberField("failed", totals.failed());
    json.writeNumberField("abandoned", totals.abandoned());
    json.writeNumberField("closed", totals.closed());
    json.writeNumberField("openAtEnd", totals.openAtEnd());
    json.writeNumberField("peakOpen", totals.peakOpen());
    peakRate(totals.peakRate());
    json.writeEndObject();
  }

  private void endpoints(List<EndpointUse> endpoints) throws IOException {
    json.writeArrayFieldStart("endpoints");
    for (EndpointUse endpoint : endpoints) {
      json.writeStartObject();
      json.writeStringField("address", endpoint.address());
      json.writeStringField("host", endpoint.host());
      json.writeStringField("transport", endpoint.transport());
      json.writeNumberField("connections", endpoint.connections());
      json.writeNumberField("failed", endpoint.failed());
      peakRate(endpoint.peakRate());
      number("timeWaitPeak", endpoint.timeWaitPeak());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void portExhaustion(PortExhaustion exhaustion) throws IOException {
    if (exhaustion == null) {
      json.writeNullField("portExhaustion");
      return;
    }
    json.writeObjectFieldStart("portExhaustion");
    json.writeNumberField("errors", exhaustion.errors());
    firstExhaustion(exhaustion.first());
    new JsonPorts(json, this).holders(exhaustion.holders());
    json.writeEndObject();
  }

  private void firstExhaustion(FirstExhaustion first) throws IOException {
    if (first == null) {
      json.writeNullField("first");
      return;
    }
    json.writeObjectFieldStart("first");
    json.writeStringField("at", first.at());
    json.writeStringField("site", first.site());
    json.writeStringField("endpoint", first.endpoint());
    json.writeStringField("message", first.message());
    json.writeEndObject();
  }

  private void limits(List<LimitResult> limits) throws IOException {
    json.writeArrayFieldStart("limits");
    for (LimitResult limit : limits) {
      json.writeStartObject();
      json.writeStringField("limit", limit.limit());
      json.writeStringField("subject", limit.subject());
      number("measured", limit.measured());
      json.writeNumberField("allowed", limit.allowed());
      json.writeStringField("unit", limit.unit());
      json.writeStringField("verdict", limit.verdict());
      json.writeStringField("detail", limit.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void peakRate(PeakRate rate) throws IOException {
    if (rate == null) {
      json.writeNullField("peakRate");
      return;
    }
    json.writeObjectFieldStart("peakRate");
    json.writeNumberField("perSecond", rate.perSecond());
    json.writeNumberField("windowSeconds", rate.windowSeconds());
    json.writeStringField("at", rate.at());
    json.writeEndObject();
  }

  void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void number(String name, Long value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  void number(String name, Integer value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  void number(String name, Double value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
