package dev.churnagent.recorder;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import jdk.internal.access.SharedSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A recorder on a journal, and the calls that the hooks make for sockets that do not exist. */
abstract class RecorderFixture {
  static final int PORT = 5000;
  static final String DEVICE = "127.0.0.1:80";
  static final String ESTABLISHED = "established 127.0.0.1:80 from 5000";
  static final String CLOSED = "closed 127.0.0.1:80 from 5000 ";
  static final String ABANDONED = "abandoned 127.0.0.1:80";
  static final InetSocketAddress LOCAL = address("127.0.0.9", PORT);
  static final InetSocketAddress REMOTE = address("127.0.0.1", 80);

  @TempDir Path directory;
  final FakeSocketProbe probe = new FakeSocketProbe();
  RecordedRun run;
  Recorder recorder;
  private int nextNumber = 100;

  @BeforeEach
  void start() {
    run = new RecordedRun(directory);
    recorder = new Recorder(run.journal, run.faults, probe);
  }

  @AfterEach
  void end() {
    run.close();
  }

  FileDescriptor descriptor() {
    return descriptor(nextNumber++);
  }

  static FileDescriptor descriptor(int number) {
    FileDescriptor fd = new FileDescriptor();
    SharedSecrets.getJavaIOFileDescriptorAccess().set(fd, number);
    return fd;
  }

  static int number(FileDescriptor fd) {
    return SharedSecrets.getJavaIOFileDescriptorAccess().get(fd);
  }

  FileDescriptor connected() {
    FileDescriptor fd = descriptor();
    succeed(recorder.connectStarted(fd, false));
    return fd;
  }

  void succeed(Object token) {
    recorder.socketConnectEnded(token, REMOTE.getAddress(), 80, REMOTE, PORT, null);
  }

  void fail(boolean bound, Exception thrown) {
    Object token = recorder.connectStarted(descriptor(), bound);
    recorder.socketConnectEnded(token, REMOTE.getAddress(), 80, REMOTE, 0, thrown);
  }

  int pending(FileDescriptor fd) {
    recorder.channelConnectEnded(recorder.connectStarted(fd, false), REMOTE, null, false, null);
    return 0;
  }

  int asyncStarted(FileDescriptor fd) {
    recorder.asyncConnectReturned(recorder.asyncConnectStarted(fd, REMOTE, false), null);
    return 0;
  }

  /** As the JDK does: a hook at the socket, and one at the dispatcher. */
  void close(FileDescriptor fd) {
    recorder.closing(fd);
    recorder.closing(fd);
  }

  static InetSocketAddress address(String numeric, int port) {
    String[] parts = numeric.split("\\.");
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      bytes[i] = Byte.parseByte(parts[i]);
    }
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
