package dev.churnagent.journal;

import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a payload; the mirror of {@link PayloadOutput}. */
final class PayloadInput {
  private final DataInputStream in;

  PayloadInput(byte[] bytes, int offset, int length) {
    in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
  }

  int readInt() throws IOException {
    return in.readInt();
  }

  long readLong() throws IOException {
    return in.readLong();
  }

  MachinePorts readMachinePorts() throws IOException {
    return new MachinePorts(
        readText(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }

  /** A list of ports. */
  int[] readPorts() throws IOException {
    int[] ports = new int[in.readInt()];
    for (int i = 0; i < ports.length; i++) {
      ports[i] = in.readUnsignedShort();
    }
    return ports;
  }

  /** A text, or null. */
  String readText() throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  CodeOrigin readOrigin() throws IOException {
    return new CodeOrigin(readText(), readText(), readText(), readText(), in.readBoolean());
  }

  Endpoint readEndpoint() throws IOException {
    return new Endpoint(Transport.ofCode(in.readByte()), readText(), readText(), readText());
  }

  RunInfo readRun(Instant startedAt) throws IOException {
    String id = readText();
    long pid = in.readLong();
    String host = readText();
    String os = readText();
    String java = readText();
    String mainClass = readText();
    String mainLocation = readText();
    boolean attached = in.readBoolean();
    List<String> patterns = readTexts();
    return new RunInfo(
        id,
        pid,
        host,
        os,
        java,
        mainClass,
        mainLocation,
        startedAt,
        patterns,
        attached,
        readWatching());
  }

  /** Journals of the first version end before it. */
  private Watching readWatching() throws IOException {
    if (in.available() == 0 || !in.readBoolean()) {
      return null;
    }
    return new Watching(in.readBoolean(), readTexts(), readTexts(), in.readLong());
  }

  private List<String> readTexts() throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText());
    }
    return texts;
  }

  WatchedMethod readMethod() throws IOException {
    return new WatchedMethod(in.readBoolean(), readText(), readText(), readText(), readText());
  }

  RequestKey readRequest() throws IOException {
    return new RequestKey(
        RequestKind.ofCode(in.readByte()),
        in.readInt(),
        readText(),
        readText(),
        KeyBasis.ofCode(in.readByte()),
        in.readLong());
  }
}
