package dev.churnagent.sockets;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * Linux: whose a socket is, by the links {@code /proc/PID/fd/N -> socket:[INODE]}. Without root
 * only those of one's own processes can be read. A socket that several processes share is told as
 * the first one's.
 */
public final class ProcessSockets implements SocketOwners {
  private static final String SOCKET = "socket:[";

  private final File proc;

  /** The only process to look into, or null for all. */
  private final String only;

  private Map<Long, Long> pids = new HashMap<>();
  private int unreadable;

  /** Of this machine. */
  public ProcessSockets() {
    this(new File("/proc"));
  }

  /** For the folder that stands for {@code /proc}. */
  ProcessSockets(File proc) {
    this(proc, null);
  }

  private ProcessSockets(File proc, String only) {
    this.proc = proc;
    this.only = only;
  }

  /** Of one process of this machine, which takes hardly any time. */
  public static ProcessSockets ofProcess(long pid) {
    return new ProcessSockets(new File("/proc"), Long.toString(pid));
  }

  @Override
  public void refresh() {
    pids = new HashMap<>();
    unreadable = 0;
    String[] names = only == null ? proc.list() : new String[] {only};
    if (names == null) {
      return;
    }
    for (String name : names) {
      long pid = Numbers.parseOr(name, -1);
      if (pid > 0) {
        lookInto(new File(proc, name), pid);
      }
    }
  }

  private void lookInto(File process, long pid) {
    File folder = new File(process, "fd");
    String[] descriptors = folder.list();
    if (descriptors == null) {
      unreadable += isProgram(process) ? 1 : 0;
      return;
    }
    for (String descriptor : descriptors) {
      long inode = inodeOf(new File(folder, descriptor));
      if (inode > 0) {
        pids.putIfAbsent(inode, pid);
      }
    }
  }

  /** Not a thread of the kernel or a process that has ended: those have no command line. */
  private static boolean isProgram(File process) {
    return !ProcessFiles.text(new File(process, "cmdline")).isEmpty();
  }

  private static long inodeOf(File link) {
    try {
      String target = Files.readSymbolicLink(link.toPath()).toString();
      return target.startsWith(SOCKET)
          ? Numbers.parseOr(target.substring(SOCKET.length(), target.length() - 1), 0)
          : 0;
    } catch (IOException | RuntimeException closedMeanwhile) {
      return 0;
    }
  }

  @Override
  public long pidOf(long owner) {
    if (owner <= 0) {
      return owner;
    }
    Long pid = pids.get(owner);
    return pid == null ? -1 : pid;
  }

  @Override
  public int unreadableProcesses() {
    return unreadable;
  }
}
