package dev.churnagent.agent;

import dev.churnagent.config.TargetProperties;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * Puts our classes where they belong, then starts. Refers to none of the classes that belong in the
 * bootstrap loader before that is done: one that was resolved too early would come from the wrong
 * loader.
 */
public final class AgentLauncher {
  private static final String HOOK = "dev.churnagent.hook.ChurnHook";

  private AgentLauncher() {}

  /** Called reflectively before {@code main}; ends the JVM with status 2 on a user's mistake. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    String mistake;
    try {
      prepare(instrumentation);
      mistake = AgentStart.start(arguments, instrumentation, false);
    } catch (Throwable e) {
      // The program must run, with or without us, and somebody must hear of it.
      Console.line("could not start, nothing is recorded: " + e);
      return;
    }
    if (mistake != null) {
      Console.line(mistake);
      Runtime.getRuntime().halt(2);
    }
  }

  /**
   * Called reflectively in a JVM that already runs. Never throws: the JVM would print a stack trace
   * on the program's stderr. The attaching command reads its answer from system properties.
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    System.clearProperty(TargetProperties.ATTACH_ERROR);
    String mistake;
    try {
      prepare(instrumentation);
      mistake = AgentStart.start(arguments, instrumentation, true);
    } catch (Throwable e) {
      mistake = "could not start, nothing is recorded: " + e;
    }
    if (mistake != null) {
      System.setProperty(TargetProperties.ATTACH_ERROR, mistake);
    }
  }

  private static void prepare(Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    export(instrumentation, AgentLauncher.class.getModule());
    if (AgentLauncher.class.getClassLoader() != null) {
      BootClasses.define();
    }
    export(instrumentation, Class.forName(HOOK, false, null).getModule());
  }

  /** Back traces and descriptors are read through packages that only the JDK itself may use. */
  private static void export(Instrumentation instrumentation, Module to) {
    Set<Module> us = Set.of(to);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(to),
        Map.of("jdk.internal.misc", us, "jdk.internal.access", us),
        Map.of(),
        Set.of(),
        Map.of());
  }
}
