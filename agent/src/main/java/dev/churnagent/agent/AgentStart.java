package dev.churnagent.agent;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.config.TargetProperties;
import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.EventSink;
import dev.churnagent.instrument.MapperFactory;
import dev.churnagent.instrument.ProbeFactory;
import dev.churnagent.instrument.SocketWeaver;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.Recorder;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

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
    Path workingDirectory = Path.of(System.getProperty("user.dir", ""));
    Settings settings;
    RunFolder folder;
    Instant startedAt = Instant.now();
    long startNanoTime = System.nanoTime();
    JournalWriter journal;
    try {
      settings = Settings.load(arguments, System.getenv(), workingDirectory);
      folder = RunFolder.create(settings, startedAt);
      journal =
          folder.createJournal(
              settings.journalLimitBytes(), startedAt, startNanoTime, MapperFactory.create());
    } catch (ConfigurationException e) {
      weaver.abandon();
      return e.getMessage();
    }
    journal.appendPayload(
        RecordType.RUN_STARTED,
        0,
        PayloadOutput.run(RunFacts.collect(folder.id(), startedAt, settings, attached)));
    Faults faults = new Faults(journal);
    Recorder recorder = new Recorder(journal, faults, ProbeFactory.create());
    weaver.install(
        new Consumer<String>() {
          @Override
          public void accept(String trouble) {
            faults.degraded("not hooked: " + trouble);
          }
        });
    FinalReport report = new FinalReport(settings, folder, journal);
    EndOfRun.register(new EndOfRun(report, journal, recorder, weaver, faults));
    ChurnHook.setSink(recorder);
    if (attached) {
      System.setProperty(TargetProperties.RUN_FOLDER, folder.path().toString());
    }
    return null;
  }
}
