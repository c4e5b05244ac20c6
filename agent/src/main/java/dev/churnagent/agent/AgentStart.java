package dev.churnagent.agent;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.config.TargetProperties;
import dev.churnagent.gate.Baseline;
import dev.churnagent.gate.BaselineReader;
import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.EventSink;
import dev.churnagent.hook.MeasurementHook;
import dev.churnagent.instrument.MapperFactory;
import dev.churnagent.instrument.ProbeFactory;
import dev.churnagent.instrument.SocketWeaver;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.measure.LiveMeasurements;
import dev.churnagent.recorder.Faults;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Instant;

/** Starts a run: settings, folder, journal, recorder, weaving, the hook at the JVM's end. */
final class AgentStart {
  private AgentStart() {}

  /**
   * Starts recording.
   *
   * @return null, or the user's mistake in one line
   */
  static String start(String arguments, Instrumentation instrumentation, boolean attached)
      throws ReflectiveOperationException {
    if (ChurnHook.sink() != EventSink.NONE) {
      return "this JVM is already being recorded";
    }
    SocketWeaver weaver = SocketWeaver.prepare(instrumentation);
    boolean started = false;
    try {
      start(weaver, arguments, instrumentation, attached);
      started = true;
      return null;
    } catch (ConfigurationException e) {
      return e.getMessage();
    } finally {
      if (!started) {
        weaver.abandon();
      }
    }
  }

  private static void start(
      SocketWeaver weaver, String arguments, Instrumentation instrumentation, boolean attached)
      throws ConfigurationException, ReflectiveOperationException {
    Path workingDirectory = Path.of(System.getProperty("user.dir", ""));
    Instant startedAt = Instant.now();
    long startNanoTime = System.nanoTime();
    Settings settings = Settings.load(arguments, System.getenv(), workingDirectory);
    Baseline baseline = BaselineReader.read(settings.baseline());
    RunFolder folder = RunFolder.create(settings, startedAt);
    JournalWriter journal =
        folder.createJournal(
            settings.journalLimitBytes(), startedAt, startNanoTime, MapperFactory.create());
    journal.appendPayload(
        RecordType.RUN_STARTED,
        0,
        PayloadOutput.run(RunFacts.collect(folder.id(), startedAt, settings, attached)));
    Faults faults = new Faults(journal);
    RunRecording recording = new RunRecording(settings, journal, faults, ProbeFactory.create());
    RunWeaving weaving = new RunWeaving(instrumentation, weaver, settings, recording, faults);
    weaving.install();
    FinalReport report = new FinalReport(settings, baseline, folder, journal);
    EndOfRun.register(new EndOfRun(report, journal, recording, weaving, faults));
    recording.start();
    MeasurementHook.setEngine(
        new LiveMeasurements(
            journal, faults, recording.calls(), weaving, folder.journal(), settings.ignores()));
    PortAutopsies.start(recording.portAlarm(), folder.journal());
    if (attached) {
      System.setProperty(TargetProperties.RUN_FOLDER, folder.path().toString());
    }
  }
}
