package dev.churnagent.journal;

import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
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
    int count = in.readInt();
    List<String> patterns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      patterns.add(readText());
    }
    return new RunInfo(
        id, pid, host, os, java, mainClass, mainLocation, startedAt, patterns, attached);
  }
}
