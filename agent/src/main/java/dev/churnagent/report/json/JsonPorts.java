package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Forecast;
import dev.churnagent.report.Report.AddressCount;
import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.ObservedPeak;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.Remedy;
import dev.churnagent.report.Report.SiteCount;
import dev.churnagent.report.Report.TimeWait;
import java.io.IOException;
import java.util.List;

/** The report's {@code timeWait} and {@code remedies}, as the contract names them. */
final class JsonPorts {
  private final JsonGenerator json;
  private final JsonFields fields;

  JsonPorts(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void timeWait(TimeWait timeWait) throws IOException {
    if (timeWait == null) {
      json.writeNullField("timeWait");
      return;
    }
    json.writeObjectFieldStart("timeWait");
    json.writeArrayFieldStart("profiles");
    for (PortProfileUse profile : timeWait.profiles()) {
      json.writeStartObject();
      profile(profile);
      json.writeEndObject();
    }
    json.writeEndArray();
    observed(timeWait.observed());
    json.writeEndObject();
  }

  /** The fields of one profile. */
  void profile(PortProfileUse profile) throws IOException {
    json.writeStringField("os", profile.os());
    json.writeNumberField("ports", profile.ports());
    fields.number("timeWaitSeconds", profile.timeWaitSeconds());
    json.writeNumberField("hops", profile.hops());
    json.writeNumberField("peak", profile.peak());
    json.writeStringField("peakAt", profile.peakAt());
    json.writeNumberField("peakPorts", profile.peakPorts());
    fields.number("portUsePercent", profile.portUsePercent());
    json.writeBooleanField("exhausted", profile.exhausted());
    json.writeStringField("exhaustedAt", profile.exhaustedAt());
    fields.number("sustainableRatePerSecond", profile.sustainableRatePerSecond());
    fields.number("sustainableCopies", profile.sustainableCopies());
    json.writeBooleanField("perDestination", profile.perDestination());
    json.writeStringField("peakPortsAt", profile.peakPortsAt());
    json.writeStringField("exhaustedSite", profile.exhaustedSite());
    json.writeStringField("exhaustedEndpoint", profile.exhaustedEndpoint());
    holders(profile.holders());
    json.writeBooleanField("hopsAsFound", profile.hopsAsFound());
    json.writeStringField("freeAt", profile.freeAt());
  }

  /** One profile with what was asked for, and the same as copies under {@code copies}. */
  void forecast(Forecast forecast) throws IOException {
    json.writeStartObject();
    profile(forecast.use());
    fields.number("scale", forecast.wish().speed());
    fields.number("sideBySide", forecast.wish().copies());
    json.writeStringField("reuse", forecast.reuse());
    json.writeStringField("run", forecast.run().id());
    json.writeBooleanField("complete", forecast.run().complete());
    json.writeNumberField("lostEvents", forecast.run().lostEvents());
    fields.strings("degraded", forecast.run().degraded());
    if (forecast.copies() == null) {
      json.writeNullField("copies");
    } else {
      json.writeObjectFieldStart("copies");
      profile(forecast.copies());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** {@code holders}, null if they are not known. */
  void holders(List<Holder> holders) throws IOException {
    if (holders == null) {
      json.writeNullField("holders");
      return;
    }
    json.writeArrayFieldStart("holders");
    for (Holder holder : holders) {
      json.writeStartObject();
      json.writeStringField("site", holder.site());
      json.writeStringField("endpoint", holder.endpoint());
      json.writeNumberField("open", holder.open());
      json.writeNumberField("timeWait", holder.timeWait());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void observed(ObservedPeak observed) throws IOException {
    if (observed == null) {
      json.writeNullField("observed");
      return;
    }
    json.writeObjectFieldStart("observed");
    json.writeNumberField("peak", observed.peak());
    json.writeStringField("at", observed.at());
    addresses("byEndpoint", observed.byEndpoint());
    json.writeArrayFieldStart("bySite");
    for (SiteCount count : observed.bySite()) {
      json.writeStartObject();
      json.writeStringField("site", count.site());
      json.writeNumberField("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    addresses("unexplained", observed.unexplained());
    json.writeNumberField("modelled", observed.modelled());
    json.writeNumberField("difference", observed.difference());
    json.writeNumberField("looks", observed.looks());
    json.writeEndObject();
  }

  private void addresses(String name, List<AddressCount> counts) throws IOException {
    json.writeArrayFieldStart(name);
    for (AddressCount count : counts) {
      json.writeStartObject();
      json.writeStringField("address", count.address());
      json.writeNumberField("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void remedies(List<Remedy> remedies) throws IOException {
    if (remedies == null) {
      json.writeNullField("remedies");
      return;
    }
    json.writeArrayFieldStart("remedies");
    for (Remedy remedy : remedies) {
      json.writeStartObject();
      json.writeStringField("kind", remedy.kind());
      json.writeStringField("target", remedy.target());
      json.writeNumberField("connectionsBefore", remedy.connectionsBefore());
      json.writeNumberField("connectionsAfter", remedy.connectionsAfter());
      json.writeNumberField("timeWaitPeakBefore", remedy.timeWaitPeakBefore());
      json.writeNumberField("timeWaitPeakAfter", remedy.timeWaitPeakAfter());
      json.writeStringField("how", remedy.how());
      json.writeStringField("os", remedy.os());
      json.writeNumberField("hops", remedy.hops());
      fields.number("portUsePercentBefore", remedy.portUsePercentBefore());
      fields.number("portUsePercentAfter", remedy.portUsePercentAfter());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
