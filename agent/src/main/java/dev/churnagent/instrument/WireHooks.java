package dev.churnagent.instrument;

import dev.churnagent.instrument.task.ClientBuiltAdvice;
import dev.churnagent.instrument.task.ClientUsedAdvice;
import java.util.List;

/**
 * Where bytes are read and written: below every {@code java.net.Socket}, below every channel and
 * adaptor, and above the JDK's TLS, where they are plain. Read from the class files of JDK 17 and
 * 25.
 */
final class WireHooks {
  private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";
  private static final String BUFFER = "Ljava/nio/ByteBuffer;";
  private static final String RESULT = "Ljavax/net/ssl/SSLEngineResult;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String SOCKET = "sun/nio/ch/NioSocketImpl";
  private static final String CHANNEL = "sun/nio/ch/SocketChannelImpl";
  private static final String TLS = "sun/security/ssl/";
  private static final String TLS_SOCKET = TLS + "SSLSocketImpl";
  private static final String TLS_ENGINE = TLS + "SSLEngineImpl";
  private static final String CLIENT = "jdk/internal/net/http/HttpClientImpl";
  private static final String REQUEST = "jdk/internal/net/http/HttpRequestImpl";
  private static final String URI = "Ljava/net/URI;";
  private static final String TEXT = "Ljava/lang/String;";

  private WireHooks() {}

  /** Adds what belongs to {@code NioSocketImpl}. */
  static HookedClass addSocket(HookedClass socket) {
    return socket
        .with("write", "([BII)V", writingBytes(SOCKET))
        .with("read", "([BII)I", readBytes(SOCKET));
  }

  /** Adds what belongs to {@code SocketChannelImpl}. */
  static HookedClass addChannel(HookedClass channel) {
    return channel
        .with("write", "(" + BUFFER + ")I", writingBuffer())
        .with("write", "([" + BUFFER + "II)J", writingBuffers())
        .with("read", "(" + BUFFER + ")I", readBuffer())
        .with("read", "([" + BUFFER + "II)J", readBuffers())
        .with("blockingRead", "([BIIJ)I", readBytes(CHANNEL))
        .with("blockingWriteFully", "([BII)V", writingBytes(CHANNEL));
  }

  private static WireCall writingBytes(String owner) {
    return descriptor(new WireCall().entering("writing", "(" + DESCRIPTOR + "[BII)V"), owner)
        .object(1)
        .number(2)
        .number(3);
  }

  private static WireCall readBytes(String owner) {
    return descriptor(new WireCall().leaving("read", "(I" + DESCRIPTOR + "[BI)V"), owner)
        .object(1)
        .number(2);
  }

  private static WireCall writingBuffer() {
    WireCall call = new WireCall().entering("writing", "(" + DESCRIPTOR + BUFFER + ")V");
    descriptor(call, CHANNEL).object(1).leaving("written", "(I" + DESCRIPTOR + BUFFER + ")V");
    return descriptor(call, CHANNEL).object(1);
  }

  private static WireCall writingBuffers() {
    WireCall call = new WireCall().entering("writing", "(" + DESCRIPTOR + "[" + BUFFER + "II)V");
    descriptor(call, CHANNEL).object(1).number(2).number(3);
    call.leaving("written", "(J" + DESCRIPTOR + "[" + BUFFER + "I)V");
    return descriptor(call, CHANNEL).object(1).number(2);
  }

  private static WireCall readBuffer() {
    WireCall call = new WireCall().leaving("read", "(I" + DESCRIPTOR + BUFFER + ")V");
    return descriptor(call, CHANNEL).object(1);
  }

  private static WireCall readBuffers() {
    WireCall call = new WireCall().entering("reading", "(" + DESCRIPTOR + "[" + BUFFER + "II)V");
    descriptor(call, CHANNEL).object(1).number(2).number(3);
    call.leaving("read", "(J" + DESCRIPTOR + "[" + BUFFER + "I)V");
    return descriptor(call, CHANNEL).object(1).number(2);
  }

  private static WireCall descriptor(WireCall call, String owner) {
    return call.object(0).field(owner, "fd", DESCRIPTOR);
  }

  /** Adds the plaintext sides of TLS. */
  static void addTls(List<HookedClass> classes) {
    String output = TLS_SOCKET + "$AppOutputStream";
    WireCall write = new WireCall().entering("tlsWriting", "(" + OBJECT + "[BIIZ)V");
    outer(write, output).object(1).number(2).number(3);
    classes.add(
        HookedClass.late(output)
            .with("write", "([BII)V", client(outer(write, output), TLS_SOCKET)));

    String input = TLS_SOCKET + "$AppInputStream";
    WireCall read = new WireCall().leaving("tlsRead", "(I" + OBJECT + "[BIZ)V");
    outer(read, input).object(1).number(2);
    classes.add(
        HookedClass.late(input).with("read", "([BII)I", client(outer(read, input), TLS_SOCKET)));
    classes.add(HookedClass.late(TLS_SOCKET).with("close", "()V", closing(TLS_SOCKET)));
    classes.add(engine());
  }

  private static HookedClass engine() {
    WireCall wrap = new WireCall();
    engineStart(wrap, "engineWrapping", 1);
    wrap.leaving("engineWrapped", "(" + RESULT + OBJECT + "[" + BUFFER + "IZ)V");
    client(wrap.object(0).object(1).number(2).object(0), TLS_ENGINE);
    WireCall unwrap = new WireCall();
    engineStart(unwrap, "engineUnwrapping", 2);
    unwrap.leaving("engineUnwrapped", "(" + RESULT + OBJECT + "[" + BUFFER + "IZ)V");
    client(unwrap.object(0).object(2).number(3).object(0), TLS_ENGINE);
    return HookedClass.late(TLS_ENGINE)
        .with("wrap", "([" + BUFFER + "II" + BUFFER + ")" + RESULT, wrap)
        .with("unwrap", "(" + BUFFER + "[" + BUFFER + "II)" + RESULT, unwrap)
        .with("closeOutbound", "()V", closing(TLS_ENGINE));
  }

  private static void engineStart(WireCall call, String name, int buffers) {
    call.entering(name, "(" + OBJECT + "[" + BUFFER + "IIZ)V").object(0);
    client(call.object(buffers).number(buffers + 1).number(buffers + 2).object(0), TLS_ENGINE);
  }

  private static WireCall closing(String owner) {
    WireCall call = new WireCall().entering("tlsClosing", "(" + OBJECT + "Z)V");
    return client(call.object(0).object(0), owner);
  }

  private static WireCall outer(WireCall call, String inner) {
    return call.object(0).field(inner, "this$0", "L" + TLS_SOCKET + ";");
  }

  /** Whether the socket or engine on the stack is a client's. */
  private static WireCall client(WireCall call, String owner) {
    return call.field(owner, "conContext", "L" + TLS + "TransportContext;")
        .field(TLS + "TransportContext", "sslConfig", "L" + TLS + "SSLConfiguration;")
        .field(TLS + "SSLConfiguration", "isClientMode", "Z");
  }

  /** Adds where the JDK's HttpClient is given a request, on the thread that asks for it. */
  static void addHttpClient(List<HookedClass> classes) {
    classes.add(
        HookedClass.late(CLIENT)
            .with(
                "send",
                "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;)"
                    + "Ljava/net/http/HttpResponse;",
                new WireCall().entering("sendStarted", "()V"))
            .with(
                "<init>",
                "(Ljdk/internal/net/http/HttpClientBuilderImpl;L"
                    + CLIENT
                    + "$SingleFacadeFactory;)V",
                ClientBuiltAdvice.class));
    classes.add(
        HookedClass.late("jdk/internal/net/http/PlainHttpConnection")
            .with(
                "connectAsync",
                "(Ljdk/internal/net/http/Exchange;)Ljava/util/concurrent/CompletableFuture;",
                ClientUsedAdvice.class));
    WireCall announced = new WireCall().leaving("requestAnnounced", "(" + TEXT + URI + ")V");
    WireCall derived =
        new WireCall().leaving("requestDerived", "(" + TEXT + URI + TEXT + URI + ")V");
    classes.add(
        HookedClass.late(REQUEST)
            .with(
                "<init>",
                "(Ljava/net/http/HttpRequest;Ljava/net/ProxySelector;)V",
                request(announced, 0))
            // Another argument follows on later JDKs.
            .with(
                "<init>",
                "(" + URI + TEXT + "L" + REQUEST + ";Z*",
                request(request(derived, 0), 3)));
  }

  private static WireCall request(WireCall call, int variable) {
    return call.object(variable)
        .field(REQUEST, "method", TEXT)
        .object(variable)
        .field(REQUEST, "uri", URI);
  }
}
