package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessSocketsTest {
  @TempDir private Path proc;

  @Test
  void shouldFindOwnersByTheLinksOfDescriptors() throws IOException {
    descriptor(4711, 0, "/dev/null");
    descriptor(4711, 5, "socket:[48213]");
    descriptor(4712, 3, "socket:[99]");
    Files.createDirectories(proc.resolve("net"));
    ProcessSockets owners = new ProcessSockets(proc.toFile());

    owners.refresh();

    assertThat(owners.pidOf(48213)).isEqualTo(4711);
    assertThat(owners.pidOf(99)).isEqualTo(4712);
    assertThat(owners.pidOf(100)).isEqualTo(-1);
    assertThat(owners.pidOf(0)).isZero();
    assertThat(owners.unreadableProcesses()).isZero();
  }

  @Test
  void shouldCountProgramsItCantLookIntoButNotThreadsOfTheKernel() throws IOException {
    Files.createDirectories(proc.resolve("2"));
    Files.createFile(proc.resolve("2/cmdline"));
    Files.createDirectories(proc.resolve("800"));
    Files.writeString(proc.resolve("800/cmdline"), "nginx\0");
    ProcessSockets owners = new ProcessSockets(proc.toFile());

    owners.refresh();

    assertThat(owners.unreadableProcesses()).isEqualTo(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFindThisProcess() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SocketOwners owners = SocketOwners.ofThisMachine();
      owners.refresh();
      CollectedRows collected = new CollectedRows();
      SocketTables.ofThisMachine().read(collected);

      String start = "127.0.0.1:" + server.getLocalPort() + " ";
      String row = collected.rows.stream().filter(r -> r.startsWith(start)).findFirst().get();
      long inode = Long.parseLong(row.substring(row.lastIndexOf(' ') + 1));
      assertThat(owners.pidOf(inode)).isEqualTo(ProcessHandle.current().pid());
    }
  }

  private void descriptor(int pid, int number, String target) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(pid + "/fd"));
    Files.createSymbolicLink(folder.resolve(Integer.toString(number)), Path.of(target));
  }
}
