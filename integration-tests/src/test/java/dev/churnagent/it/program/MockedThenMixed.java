package dev.churnagent.it.program;

import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** Mocks the very classes that the agent has woven, then connects in every way. */
public final class MockedThenMixed {
  private MockedThenMixed() {}

  public static void main(String[] args) throws Exception {
    // By reflection: Mockito is on the class path of this program only.
    Method mock = Class.forName("org.mockito.Mockito").getMethod("mock", Class.class);
    Socket socket = (Socket) mock.invoke(null, Socket.class);
    socket.connect(null);
    socket.close();
    mock.invoke(null, ServerSocket.class);
    SocketChannel channel = (SocketChannel) mock.invoke(null, SocketChannel.class);
    if (channel.connect(null) || socket.isConnected()) {
      throw new IllegalStateException("not mocked");
    }
    Mixed.main(args);
  }
}
