package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report.Timeline;
import dev.churnagent.report.Report.TimelineSystem;
import java.io.IOException;
import java.util.List;

/** The report's {@code timeline}, as {@code docs/report.md} names its fields. */
final class JsonTimeline {
  private final JsonGenerator json;

  JsonTimeline(JsonGenerator json) {
    this.json = json;
  }

  void timeline(Timeline timeline) throws IOException {
    if (timeline == null) {
      json.writeNullField("timeline");
      return;
    }
    json.writeObjectFieldStart("timeline");
    json.writeStringField("startedAt", timeline.startedAt());
    json.writeNumberField("stepMillis", timeline.stepMillis());
    counts("connects", timeline.connects());
    counts("failed", timeline.failed());
    perSecond(timeline.peakConnectsPerSecond());
    counts("open", timeline.open());
    json.writeArrayFieldStart("systems");
    for (TimelineSystem system : timeline.systems()) {
      json.writeStartObject();
      json.writeStringField("os", system.os());
      json.writeNumberField("hops", system.hops());
      json.writeNumberField("ports", system.ports());
      counts("timeWait", system.timeWait());
      counts("usedPorts", system.usedPorts());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(String name, List<Long> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (long value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  private void perSecond(List<Double> values) throws IOException {
    if (values == null) {
      json.writeNullField("peakConnectsPerSecond");
      return;
    }
    json.writeArrayFieldStart("peakConnectsPerSecond");
    for (double value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }
}
