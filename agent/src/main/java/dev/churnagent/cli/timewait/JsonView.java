package dev.churnagent.cli.timewait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.cli.timewait.Summary.Group;
import dev.churnagent.cli.timewait.Summary.OwnerGroup;
import dev.churnagent.cli.timewait.Summary.SiteGroup;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.TcpState;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** Writes a summary as one line of JSON; what is not known is null. */
final class JsonView {
  private final JsonGenerator json;

  private JsonView(JsonGenerator json) {
    this.json = json;
  }

  static void print(Summary summary, PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new JsonView(json).summary(summary);
    }
    out.println(text);
  }

  private void summary(Summary summary) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", summary.at().toString());
    json.writeNumberField("sockets", summary.sockets());
    json.writeNumberField("timeWait", summary.timeWait());
    json.writeObjectFieldStart("states");
    for (Map.Entry<TcpState, Integer> state : summary.states().entrySet()) {
      json.writeNumberField(state.getKey().name(), state.getValue());
    }
    json.writeEndObject();
    ports(summary);
    json.writeArrayFieldStart("endpoints");
    for (Group group : summary.groups()) {
      group(group);
    }
    json.writeEndArray();
    json.writeNumberField("moreEndpoints", summary.moreGroups());
    json.writeArrayFieldStart("notSeen");
    for (String line : summary.cannotSee()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void ports(Summary summary) throws IOException {
    PortSettings settings = summary.settings();
    json.writeObjectFieldStart("ports");
    json.writeStringField("os", settings.os().name().toLowerCase(Locale.ROOT));
    known("low", settings.low());
    known("high", settings.high());
    known("excluded", settings.excludedPorts());
    known("usable", settings.usablePorts());
    known("timeWaitSeconds", settings.timeWaitSeconds());
    known("tcpTwReuse", settings.tcpTwReuse());
    json.writeNumberField("inTimeWait", summary.ports());
    json.writeFieldName("inTimeWaitPercent");
    if (summary.portPercent() == null) {
      json.writeNull();
    } else {
      json.writeNumber(Math.round(summary.portPercent() * 100) / 100.0);
    }
    json.writeEndObject();
  }

  private void known(String name, long number) throws IOException {
    json.writeFieldName(name);
    if (number < 0) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }

  private void group(Group group) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", group.endpoint());
    json.writeStringField("closedBy", group.listener() ? "listener" : "client");
    json.writeNumberField("timeWait", group.timeWait());
    json.writeArrayFieldStart("owners");
    for (OwnerGroup owner : group.owners()) {
      owner(owner);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void owner(OwnerGroup group) throws IOException {
    json.writeStartObject();
    known("pid", group.owner().pid());
    json.writeStringField("name", group.owner().name());
    json.writeStringField("knownBy", group.owner().knownBy());
    json.writeNumberField("timeWait", group.timeWait());
    json.writeArrayFieldStart("sites");
    for (SiteGroup site : group.sites()) {
      json.writeStartObject();
      json.writeStringField("site", site.site());
      json.writeNumberField("timeWait", site.timeWait());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
