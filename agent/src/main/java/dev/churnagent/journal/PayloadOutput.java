package dev.churnagent.journal;

import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the payloads of definitions: big-endian numbers, texts as length and UTF-8. */
public final class PayloadOutput {
  /** How many ports one record may hold, so that it is far below the journal's greatest. */
  public static final int MOST_PORTS = 1 << 14;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private PayloadOutput() {}

  /** The payload of {@link RecordType#RUN_STARTED}; its start stands in the journal's header. */
  public static byte[] run(RunInfo run) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.text(run.id());
      payload.out.writeLong(run.pid());
      payload.text(run.host());
      payload.text(run.os());
      payload.text(run.java());
      payload.text(run.mainClass());
      payload.text(run.mainLocation());
      payload.out.writeBoolean(run.attached());
      payload.texts(run.applicationPatterns());
      payload.watching(run.watching());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#CLASS_DEFINED}. */
  public static byte[] origin(CodeOrigin origin) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.text(origin.className());
      payload.text(origin.sourceFile());
      payload.text(origin.location());
      payload.text(origin.module());
      payload.out.writeBoolean(origin.jdk());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#FRAME_DEFINED}. */
  public static byte[] frame(int classId, String method, int line) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeInt(classId);
      payload.text(method);
      payload.out.writeInt(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#STACK_DEFINED}: the first {@code depth} frame ids. */
  public static byte[] stack(int[] frameIds, int depth) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeInt(depth);
      for (int i = 0; i < depth; i++) {
        payload.out.writeInt(frameIds[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#ENDPOINT_DEFINED}. */
  public static byte[] endpoint(Endpoint endpoint) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeByte(endpoint.transport().code());
      payload.text(endpoint.address());
      payload.text(endpoint.host());
      payload.text(endpoint.localAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#MEASUREMENT_DEGRADED}. */
  public static byte[] message(String what) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.text(what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#METHOD_DEFINED}. */
  public static byte[] method(WatchedMethod method) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeBoolean(method.scope());
      payload.text(method.className());
      payload.text(method.method());
      payload.text(method.descriptor());
      payload.text(method.pattern());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#REQUEST_DEFINED}. */
  public static byte[] request(RequestKey key) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeByte(key.kind().code());
      payload.out.writeInt(key.methodId());
      payload.text(key.target());
      payload.text(key.arguments());
      payload.out.writeByte(key.basis().code());
      payload.out.writeLong(key.fingerprint());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /**
   * The payload of {@link RecordType#ORIGIN_DEFINED} and of {@link RecordType#STACK_HANDED_OVER}: a
   * stack, and where its thread's work was handed over from.
   */
  public static byte[] origin(int stackId, int parentOriginId) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeInt(stackId);
      payload.out.writeInt(parentOriginId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#PORTS_DESCRIBED}. */
  public static byte[] ports(MachinePorts ports) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.text(ports.os());
      payload.out.writeInt(ports.firstPort());
      payload.out.writeInt(ports.lastPort());
      payload.out.writeInt(ports.excludedPorts());
      payload.out.writeInt(ports.timeWaitReuse());
      payload.out.writeInt(ports.timeWaitSeconds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#HOPS_FOUND}. */
  public static byte[] hops(int hops) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeInt(hops);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /**
   * The payload of {@link RecordType#TIME_WAIT_SAMPLED}, two bytes for a port; more than {@link
   * #MOST_PORTS} in all need several records.
   */
  public static byte[] timeWait(long atNanos, int[] appeared, int[] gone) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeLong(atNanos);
      payload.ports(appeared);
      payload.ports(gone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  /** The payload of {@link RecordType#SOCKET_TABLE_READ}; two arrays of the same length. */
  public static byte[] socketTable(long atNanos, int timeWait, String[] others, int[] counts) {
    PayloadOutput payload = new PayloadOutput();
    try {
      payload.out.writeLong(atNanos);
      payload.out.writeInt(timeWait);
      payload.out.writeInt(others.length);
      for (int i = 0; i < others.length; i++) {
        payload.text(others[i]);
        payload.out.writeInt(counts[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payload.bytes.toByteArray();
  }

  private void ports(int[] ports) throws IOException {
    out.writeInt(ports.length);
    for (int port : ports) {
      out.writeShort(port);
    }
  }

  private void watching(Watching watching) throws IOException {
    out.writeBoolean(watching != null);
    if (watching != null) {
      out.writeBoolean(watching.http());
      texts(watching.watch());
      texts(watching.scope());
      out.writeLong(watching.chainWindowNanos());
    }
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
