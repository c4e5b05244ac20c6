package dev.churnagent.agent;

import dev.churnagent.config.Settings;
import dev.churnagent.instrument.SocketWeaver;
import dev.churnagent.instrument.TaskWeaver;
import dev.churnagent.instrument.library.LibraryWeaver;
import dev.churnagent.instrument.method.MethodRegistry;
import dev.churnagent.instrument.method.MethodWeaver;
import dev.churnagent.measure.Hooks;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.call.MethodTable;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that is woven for one run: sockets and known libraries always, methods and executors as the
 * settings ask.
 */
final class RunWeaving implements Hooks {
  /** How long the first test class may wait until executors are woven too. */
  private static final long EXECUTORS_WITHIN_MILLIS = 2_000;

  private static final String NOT_FOLLOWED =
      "work is not yet followed to other threads: the hooks were not in place in time";

  private final SocketWeaver sockets;
  private final TaskWeaver tasks;
  private final MethodWeaver methods;
  private final LibraryWeaver libraries;
  private final boolean tasksAtOnce;
  private final Consumer<String> troubles;

  RunWeaving(
      Instrumentation instrumentation,
      SocketWeaver sockets,
      Settings settings,
      RunRecording recording,
      Faults faults) {
    this.sockets = sockets;
    this.tasksAtOnce = settings.handoff() || !settings.scope().isEmpty();
    this.troubles = troubles(faults);
    this.tasks = new TaskWeaver(instrumentation, sockets.classFiles(), troubles);
    this.methods =
        new MethodWeaver(
            instrumentation,
            sockets.classFiles(),
            settings.watch(),
            settings.scope(),
            registry(recording.methods()),
            firstTest(tasks),
            troubles);
    this.libraries =
        new LibraryWeaver(
            instrumentation, sockets.classFiles(), methods.loaders(), settings.handoff(), troubles);
  }

  /** No lambdas on the way to main: the first one of a JVM costs some 10 ms. */
  private static Consumer<String> troubles(Faults faults) {
    return new Consumer<String>() {
      @Override
      public void accept(String trouble) {
        faults.degraded("not hooked: " + trouble);
      }
    };
  }

  private static MethodRegistry registry(MethodTable table) {
    return new MethodRegistry() {
      @Override
      public int define(
          boolean scope,
          String className,
          String method,
          String descriptor,
          String pattern,
          String[] parameters) {
        return table.define(scope, className, method, descriptor, pattern, parameters);
      }
    };
  }

  private static Runnable firstTest(TaskWeaver tasks) {
    return new Runnable() {
      @Override
      public void run() {
        tasks.installWithin(EXECUTORS_WITHIN_MILLIS);
      }
    };
  }

  /** Weaves; nothing is recorded yet. Methods first, while our class files are cheap to read. */
  void install() {
    methods.install();
    libraries.install();
    if (tasksAtOnce) {
      tasks.install();
    }
    sockets.install(troubles);
  }

  @Override
  public void followWork() {
    tasks.installWithin(EXECUTORS_WITHIN_MILLIS);
    if (!tasks.isInstalledWithin(EXECUTORS_WITHIN_MILLIS)) {
      troubles.accept(NOT_FOLLOWED);
    }
  }

  @Override
  public List<String> unhooked() {
    List<String> unhooked = new ArrayList<>(sockets.unhooked());
    unhooked.addAll(tasks.unhooked());
    return unhooked;
  }
}
