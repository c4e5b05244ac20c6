package dev.churnagent.programs;

import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.SocketProbe;
import dev.churnagent.hook.WireHook;
import dev.churnagent.http.Digest64;
import dev.churnagent.http.Redaction;
import dev.churnagent.journal.JournalReader;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.Call;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.Recorder;
import dev.churnagent.recorder.call.Asker;
import dev.churnagent.recorder.call.Contexts;
import dev.churnagent.recorder.wire.RequestIds;
import dev.churnagent.recorder.wire.WireRecorder;
import java.io.FileDescriptor;
import java.lang.reflect.Constructor;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A recorder behind the woven classes; prints each call it recorded in one line. */
final class WireRun implements Contexts, RequestIds {
  private final Path file;
  private final JournalWriter journal;
  private final Faults faults;
  private final Recorder recorder;
  private final WireRecorder wire;
  private final List<RequestKey> keys = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger networkUses = new AtomicInteger();
  private final Thread program = Thread.currentThread();
  private final int port;
  private final int securePort;

  WireRun(Path folder, int port, int securePort) throws Exception {
    this.port = port;
    this.securePort = securePort;
    file = folder.resolve("journal.churn");
    journal = JournalWriter.create(file, 1L << 30, Instant.now(), System.nanoTime(), 1);
    RunInfo run =
        new RunInfo("run", 1, null, null, null, null, null, Instant.now(), List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    faults = new Faults(journal);
    recorder = new Recorder(journal, faults, new Blind());
    wire =
        new WireRecorder(
            journal, faults, recorder, this, this, new Redaction(Redaction.DEFAULT_NAMES), 7, true);
    recorder.setWire(wire);
    ChurnHook.setSink(recorder);
    WireHook.setSink(wire);
  }

  private static final class Blind implements SocketProbe {
    @Override
    public int poll(FileDescriptor fd, int events) {
      return 0;
    }

    @Override
    public int available(FileDescriptor fd) {
      return 0;
    }

    @Override
    public InetSocketAddress localAddress(FileDescriptor fd) {
      return null;
    }

    @Override
    public InetSocketAddress remoteAddress(FileDescriptor fd) {
      return null;
    }

    @Override
    public Object noDelay(FileDescriptor fd) {
      return false;
    }
  }

  interface Work {
    void run() throws Exception;
  }

  /** Marks where a part of the program begins: each part has its own scope. */
  void tell(String title, Work work) throws Exception {
    told.add(title);
    work.run();
  }

  void finish() throws Exception {
    recorder.finish();
    wire.finish();
    journal.end(EndReason.SHUTDOWN);
    List<Call> recorded = new ArrayList<>();
    JournalReader.read(
        file,
        new CallsOnly() {
          @Override
          public void callEnded(Call call) {
            recorded.add(call);
          }
        });
    recorded.sort(Comparator.comparingLong(Call::startNanos));
    for (Call call : recorded) {
      System.out.println(line(call));
    }
    System.out.println("network " + (networkUses.get() > 0));
    System.out.println("faults " + faults.told() + " lost " + journal.lostEvents());
  }

  private String line(Call call) {
    RequestKey key = keys.get(call.requestId());
    String target = key.target().replace(":" + port, ":PLAIN").replace(":" + securePort, ":SECURE");
    String flags =
        call.has(Call.FAILED) ? " failed" : call.has(Call.UNKNOWN_ANSWER) ? " unknown" : "";
    return told.get(call.scopeId())
        + ": "
        + target
        + " ["
        + key.arguments()
        + "] connections "
        + call.connections()
        + " thread "
        + call.threadId()
        + flags;
  }

  static String digest(byte[] body) {
    Digest64 digest = new Digest64();
    digest.add(body, 0, body.length);
    return String.format("%016x", digest.value());
  }

  @Override
  public Asker asker() {
    try {
      Constructor<?> constructor = Asker.class.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      int thread = Thread.currentThread() == program ? 1 : 99;
      return (Asker) constructor.newInstance(-1, -1, told.size() - 1, thread, null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void networkUsed() {
    networkUses.incrementAndGet();
  }

  @Override
  public void connected() {}

  @Override
  public int scopeId() {
    return -1;
  }

  @Override
  public int originId() {
    return -1;
  }

  @Override
  public int clientId() {
    return -1;
  }

  @Override
  public int withOrigin(int stackId) {
    return stackId;
  }

  @Override
  public int nextCallId() {
    return calls.getAndIncrement();
  }

  @Override
  public synchronized int idOf(RequestKey key) {
    keys.add(key);
    return keys.size() - 1;
  }
}
