package dev.churnagent.instrument.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import copy.netty.io.netty.channel.unix.Socket;
import copy.netty.io.netty.channel.uring.AbstractIoUringChannel;
import dev.churnagent.hook.NativeHook;
import dev.churnagent.hook.NativeSink;
import dev.churnagent.instrument.method.LoaderMap;
import dev.churnagent.instrument.netty.ConnectAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What woven classes tell that have the shape of Netty's, in a package they were copied to. */
class NettyWeavingTest {
  private static final String COPY = "copy.netty.io.netty.";
  private static final InetSocketAddress REMOTE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);

  private final List<String> troubles = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final LibraryWeaver weaver =
      new LibraryWeaver(
          null,
          ClassFileLocator.ForClassLoader.of(LibraryWeaver.class.getClassLoader()),
          new LoaderMap(troubles::add),
          true,
          troubles::add);
  private final ClassLoader loader = new Weaving();

  /** Has the copies woven, and the rest from the test's class path. */
  private final class Weaving extends ClassLoader {
    Weaving() {
      super(NettyWeavingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null || !name.startsWith(COPY)) {
        return known != null ? known : super.loadClass(name, resolve);
      }
      String internal = name.replace('.', '/');
      try (InputStream in = getResourceAsStream(internal + ".class")) {
        byte[] file = in.readAllBytes();
        byte[] woven = weaver.transform(this, internal, null, null, file);
        file = woven == null ? file : woven;
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @BeforeEach
  void record() {
    NativeHook.setSink(
        (NativeSink)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {NativeSink.class},
                (proxy, method, arguments) -> {
                  events.add(method.getName() + Arrays.toString(arguments));
                  return method.getReturnType() == Object.class ? "token" : null;
                }));
  }

  @AfterEach
  void stop() {
    NativeHook.setSink(NativeSink.NONE);
  }

  private Object socket() throws ReflectiveOperationException {
    return loader.loadClass(Socket.class.getName()).getConstructor(int.class).newInstance(7);
  }

  private static Object call(Object on, String name, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    return on.getClass().getMethod(name, type).invoke(on, argument);
  }

  @Test
  void shouldTellTheLifeOfASocketByItsNumber() throws Exception {
    Object socket = socket();
    assertThat(call(socket, "connect", SocketAddress.class, REMOTE)).isEqualTo(false);
    socket.getClass().getMethod("finishConnect").invoke(socket);
    socket
        .getClass()
        .getMethod("shutdown", boolean.class, boolean.class)
        .invoke(socket, true, true);
    socket
        .getClass()
        .getMethod("shutdown", boolean.class, boolean.class)
        .invoke(socket, true, false);
    call(socket, "setSoLinger", int.class, 0);
    socket.getClass().getMethod("close").invoke(socket);

    assertThat(troubles).isEmpty();
    assertThat(events.stream().distinct())
        .containsExactly(
            "connectStarted[7, " + REMOTE + "]",
            "connectReturned[token, false, null]",
            "finishStarted[7]",
            "finishEnded[token, true, null]",
            "outputShutDown[7]",
            "lingerSet[7, 0]",
            "closing[7]");
    assertThat(events.stream().filter(event -> event.startsWith("outputShutDown")))
        .as("not where our half stays open")
        .hasSize(1);
  }

  @Test
  void shouldNotTellASecondClose() throws Exception {
    Object socket = socket();
    socket.getClass().getMethod("close").invoke(socket);
    events.clear();
    socket.getClass().getMethod("close").invoke(socket);

    assertThat(events).as("the number may be another's by now").isEmpty();
  }

  @Test
  void shouldTellAFailureAndLeaveItToTheProgram() throws Exception {
    Object socket = socket();

    assertThatThrownBy(() -> call(socket, "connect", SocketAddress.class, null))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessage("no address");
    assertThat(events)
        .containsExactly(
            "connectStarted[7, null]",
            "connectReturned[token, false, java.io.IOException: no address]");
  }

  @Test
  void shouldTellDatagramSockets() throws Exception {
    loader.loadClass(Socket.class.getName()).getMethod("newSocketDomainDgram").invoke(null);

    assertThat(events).containsExactly("datagramOpened[9]");
  }

  @Test
  void shouldFindTheNumberOfARingsChannelFromInsideAndOutside() throws Exception {
    Object channel =
        loader.loadClass(AbstractIoUringChannel.class.getName()).getConstructor().newInstance();
    Object unsafe = channel.getClass().getMethod("unsafe").invoke(channel);
    call(unsafe, "connect", InetSocketAddress.class, REMOTE);

    assertThat(troubles).isEmpty();
    assertThat(events)
        .containsExactly("connectSubmitted[8, " + REMOTE + "]", "connectCompleted[8, -115]");
  }

  @Test
  void shouldSwallowWhateverTheSinkThrows() throws Exception {
    NativeHook.setSink(
        (NativeSink)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {NativeSink.class},
                (proxy, method, arguments) -> {
                  events.add(method.getName());
                  throw new StackOverflowError();
                }));
    Object socket = socket();
    assertThat(call(socket, "connect", SocketAddress.class, REMOTE)).isEqualTo(false);
    socket.getClass().getMethod("close").invoke(socket);

    assertThat(events).contains("connectStarted", "closing", "hookFailed");
  }

  @Test
  void shouldUseEveryAdviceThatThereIs() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(ConnectAdvice.class.getResource(".").toURI()))) {
      List<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
              .map(name -> ConnectAdvice.class.getPackageName() + "." + name.replace(".class", ""))
              .toList();
      assertThat(
              LibraryHooks.all(true).stream()
                  .flatMap(one -> one.hooks().stream())
                  .map(LibraryHook::advice)
                  .filter(name -> name.startsWith(ConnectAdvice.class.getPackageName())))
          .containsAll(there);
    }
  }
}
