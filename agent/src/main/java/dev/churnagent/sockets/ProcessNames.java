package dev.churnagent.sockets;

import java.io.File;
import java.util.HashMap;
import java.util.Map;

/** Names of processes for people: {@code nginx}, {@code java app.jar}. One thread at a time. */
public final class ProcessNames {
  private final OperatingSystem os;
  private final File proc;
  private final CommandRunner commands;
  private Map<Long, String> listed = new HashMap<>();

  ProcessNames(OperatingSystem os, File proc, CommandRunner commands) {
    this.os = os;
    this.proc = proc;
    this.commands = commands;
  }

  /** Of this machine. */
  public static ProcessNames ofThisMachine() {
    return new ProcessNames(OperatingSystem.current(), new File("/proc"), new SystemCommands());
  }

  /** Lists the processes where only a command can tell; on Linux there is nothing to do. */
  public void refresh() {
    switch (os) {
      case WINDOWS:
        listed = ProcessLists.ofTasklist(commands.run("tasklist", "/fo", "csv", "/nh").bytes());
        break;
      case MACOS:
        listed = ProcessLists.ofPs(commands.run("ps", "-axo", "pid=,comm=").bytes());
        break;
      default:
    }
  }

  /** The name of a process, or null if it is gone or can't be known. */
  public String nameOf(long pid) {
    if (os != OperatingSystem.LINUX) {
      return listed.get(pid);
    }
    File process = new File(proc, Long.toString(pid));
    String name = ProcessFiles.text(new File(process, "comm")).trim();
    if (!name.equals("java")) {
      return name.isEmpty() ? null : name;
    }
    String main = JavaCommandLine.main(ProcessFiles.text(new File(process, "cmdline")));
    return main == null ? name : name + " " + main;
  }
}
