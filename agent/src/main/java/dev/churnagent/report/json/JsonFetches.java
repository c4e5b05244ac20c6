package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Beneath;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Poll;
import dev.churnagent.report.Report.Request;
import java.io.IOException;
import java.util.List;

/** The report's {@code requests}, {@code chains} and {@code polls}, as the contract names them. */
final class JsonFetches {
  private final JsonGenerator json;
  private final JsonFields fields;

  JsonFetches(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void fetches(Report report) throws IOException {
    if (startArray("requests", report.requests())) {
      for (Request request : report.requests()) {
        request(request);
      }
      json.writeEndArray();
    }
    if (startArray("chains", report.chains())) {
      for (Chain chain : report.chains()) {
        chain(chain);
      }
      json.writeEndArray();
    }
    if (startArray("polls", report.polls())) {
      for (Poll poll : report.polls()) {
        poll(poll);
      }
      json.writeEndArray();
    }
  }

  /** Starts an array, or writes null if there is no list. */
  private boolean startArray(String name, List<?> list) throws IOException {
    if (list == null) {
      json.writeNullField(name);
    } else {
      json.writeArrayFieldStart(name);
    }
    return list != null;
  }

  private void request(Request request) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", request.id());
    json.writeStringField("kind", request.kind());
    json.writeStringField("target", request.target());
    json.writeStringField("arguments", request.arguments());
    json.writeNumberField("calls", request.calls());
    json.writeNumberField("distinctResults", request.distinctResults());
    json.writeNumberField("failures", request.failures());
    json.writeNumberField("connections", request.connections());
    json.writeStringField("basis", request.basis());
    json.writeNumberField("avoidableCalls", request.avoidableCalls());
    json.writeArrayFieldStart("beneath");
    for (Beneath beneath : request.beneath()) {
      json.writeStartObject();
      json.writeStringField("target", beneath.target());
      json.writeNumberField("calls", beneath.calls());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void chain(Chain chain) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", chain.id());
    json.writeStringField("shape", chain.shape());
    json.writeStringField("root", chain.root());
    fields.strings("steps", chain.steps());
    json.writeStringField("request", chain.request());
    json.writeNumberField("occurrences", chain.occurrences());
    json.writeNumberField("calls", chain.calls());
    json.writeNumberField("distinctResults", chain.distinctResults());
    json.writeNumberField("avoidableCalls", chain.avoidableCalls());
    json.writeNumberField("avoidableConnections", chain.avoidableConnections());
    json.writeStringField("advice", chain.advice());
    json.writeStringField("target", chain.target());
    json.writeStringField("arguments", chain.arguments());
    json.writeNumberField("distinctArguments", chain.distinctArguments());
    lines(chain.lines());
    json.writeStringField("ignored", chain.ignored());
    fields.number("avoidableTimeWait", chain.avoidableTimeWait());
    stepCalls(chain.stepCalls());
    json.writeEndObject();
  }

  private void stepCalls(List<Long> calls) throws IOException {
    if (startArray("stepCalls", calls)) {
      for (Long count : calls) {
        json.writeNumber(count);
      }
      json.writeEndArray();
    }
  }

  private void lines(List<Integer> lines) throws IOException {
    json.writeArrayFieldStart("lines");
    for (Integer line : lines) {
      if (line == null) {
        json.writeNull();
      } else {
        json.writeNumber(line);
      }
    }
    json.writeEndArray();
  }

  private void poll(Poll poll) throws IOException {
    json.writeStartObject();
    json.writeStringField("request", poll.request());
    json.writeStringField("site", poll.site());
    json.writeNumberField("calls", poll.calls());
    json.writeNumberField("distinctResults", poll.distinctResults());
    json.writeNumberField("meanIntervalMillis", poll.meanIntervalMillis());
    json.writeEndObject();
  }
}
