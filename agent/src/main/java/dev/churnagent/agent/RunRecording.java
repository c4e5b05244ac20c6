package dev.churnagent.agent;

import dev.churnagent.config.Settings;
import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.CallSink;
import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.ClientHook;
import dev.churnagent.hook.ClientSink;
import dev.churnagent.hook.EventSink;
import dev.churnagent.hook.MeasurementHook;
import dev.churnagent.hook.NativeHook;
import dev.churnagent.hook.NativeSink;
import dev.churnagent.hook.SocketProbe;
import dev.churnagent.hook.TaskHook;
import dev.churnagent.hook.TaskSink;
import dev.churnagent.hook.WireHook;
import dev.churnagent.hook.WireSink;
import dev.churnagent.http.Redaction;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.model.RequestKey;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.PortAlarm;
import dev.churnagent.recorder.Recorder;
import dev.churnagent.recorder.StackRecorder;
import dev.churnagent.recorder.call.CallRecorder;
import dev.churnagent.recorder.call.MethodTable;
import dev.churnagent.recorder.call.RequestTable;
import dev.churnagent.recorder.call.ThreadContexts;
import dev.churnagent.recorder.ports.SocketSampler;
import dev.churnagent.recorder.wire.RequestIds;
import dev.churnagent.recorder.wire.WireRecorder;
import dev.churnagent.values.SecretNames;
import java.util.ArrayList;
import java.util.List;

/** The recorders of one run, put together: connections, what goes over them, calls and scopes. */
final class RunRecording {
  private final Recorder connections;
  private final WireRecorder wire;
  private final ThreadContexts contexts;
  private final CallRecorder calls;
  private final MethodTable methods;
  private final SocketSampler sockets;
  private final boolean needsWire;

  RunRecording(Settings settings, JournalWriter journal, Faults faults, SocketProbe probe) {
    List<String> secrets = new ArrayList<>(Redaction.DEFAULT_NAMES);
    secrets.addAll(settings.redact());
    long salt = salt(journal);
    StackRecorder stacks = new StackRecorder(journal, faults);
    this.contexts =
        new ThreadContexts(journal, faults, stacks, settings.stacks(), settings.handoff());
    RequestTable requests = new RequestTable(journal, faults);
    this.methods = new MethodTable(journal, faults);
    this.connections = new Recorder(journal, faults, probe, stacks, contexts);
    this.wire =
        new WireRecorder(
            journal,
            faults,
            connections,
            contexts,
            ids(requests),
            new Redaction(secrets),
            salt,
            settings.http());
    connections.setWire(wire);
    this.calls =
        new CallRecorder(
            journal, faults, methods, requests, contexts, new SecretNames(secrets), salt);
    this.sockets =
        new SocketSampler(
            journal, faults, connections.endpoints(), settings.socketTable(), OwnProcess.PID);
    // Without HTTP, network I/O still tells a fetch from a cache hit.
    this.needsWire = settings.http() || !settings.watch().isEmpty();
  }

  /** Not SecureRandom, which costs many milliseconds; nobody can see this number or its clock. */
  private static long salt(JournalWriter journal) {
    long mixed = System.nanoTime() * 0x9e3779b97f4a7c15L ^ System.identityHashCode(journal);
    mixed = (mixed ^ mixed >>> 31) * 0xbf58476d1ce4e5b9L + System.identityHashCode(new Object());
    return mixed ^ mixed >>> 29;
  }

  private static RequestIds ids(RequestTable requests) {
    return new RequestIds() {
      @Override
      public int idOf(RequestKey key) {
        int known = requests.idOf(key.fingerprint());
        return known != RequestTable.ABSENT ? known : requests.define(key.fingerprint(), key);
      }

      @Override
      public boolean isShared(int id) {
        return requests.isShared(id);
      }
    };
  }

  MethodTable methods() {
    return methods;
  }

  CallRecorder calls() {
    return calls;
  }

  PortAlarm portAlarm() {
    return connections.portAlarm();
  }

  /** From now on everything is recorded. */
  void start() {
    CallHook.setSink(calls);
    TaskHook.setSink(contexts.handOvers());
    ClientHook.setSink(contexts.clients());
    if (needsWire) {
      WireHook.setSink(wire);
    }
    ChurnHook.setSink(connections);
    NativeHook.setSink(connections.natives());
    sockets.start();
  }

  /** From now on nothing is; tells of what is under way. */
  void finish() {
    MeasurementHook.setEngine(null);
    ChurnHook.setSink(EventSink.NONE);
    NativeHook.setSink(NativeSink.NONE);
    WireHook.setSink(WireSink.NONE);
    CallHook.setSink(CallSink.NONE);
    TaskHook.setSink(TaskSink.NONE);
    ClientHook.setSink(ClientSink.NONE);
    connections.finish();
    wire.finish();
    sockets.finish();
  }
}
