package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.net.Socket;
import java.net.SocketImpl;
import net.bytebuddy.asm.Advice;

/** {@code Socket.close()}, for a {@code SocketImpl} that is not the JDK's. */
public final class CustomCloseAdvice {
  private CustomCloseAdvice() {}

  /** A second close finds nothing to tell. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object socket, @Advice.FieldValue("impl") SocketImpl impl) {
    if (impl != null && impl.getClass().getClassLoader() != null) {
      ChurnHook.customClosing((Socket) socket);
    }
  }
}
