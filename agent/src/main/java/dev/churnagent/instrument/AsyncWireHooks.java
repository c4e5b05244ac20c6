package dev.churnagent.instrument;

/**
 * Where asynchronous channels read and write. A write is told of where the program asks for it, on
 * its thread; how it and every read end, right where that shows: before the channel takes the next
 * one. Read from the class files of JDK 17 and 25.
 */
final class AsyncWireHooks {
  private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";
  private static final String ONE = "Ljava/nio/ByteBuffer;";
  private static final String MANY = "[" + ONE;
  private static final String CHANNEL = "sun/nio/ch/UnixAsynchronousSocketChannelImpl";
  private static final String REQUEST =
      "(Z"
          + ONE
          + MANY
          + "JLjava/util/concurrent/TimeUnit;Ljava/lang/Object;"
          + "Ljava/nio/channels/CompletionHandler;)Ljava/util/concurrent/Future;";

  /** The JDK's own reads and writes of one buffer and of many. */
  private static final String IO = "sun/nio/ch/IOUtil";

  private static final String OF_ONE = "(" + DESCRIPTOR + ONE + "JZLsun/nio/ch/NativeDispatcher;)I";
  private static final String OF_MANY =
      "(" + DESCRIPTOR + MANY + "ZLsun/nio/ch/NativeDispatcher;)J";

  private AsyncWireHooks() {}

  /** Adds what belongs to {@code UnixAsynchronousSocketChannelImpl}. */
  static HookedClass addUnix(HookedClass channel) {
    return channel
        .with("implWrite", REQUEST, writing(CHANNEL))
        .with("implWrite", REQUEST, wroteOne(new WireCall()).object(2))
        .with("implWrite", REQUEST, wroteMany(new WireCall()).object(3))
        .with("finishWrite", "(Z)V", field(wroteOne(new WireCall()), "writeBuffer", ONE))
        .with("finishWrite", "(Z)V", field(wroteMany(new WireCall()), "writeBuffers", MANY))
        .with("implRead", REQUEST, readOne(new WireCall()).object(2))
        .with("implRead", REQUEST, readMany(reading().object(3)).object(3))
        .with("finishRead", "(Z)V", field(readOne(new WireCall()), "readBuffer", ONE))
        .with(
            "finishRead",
            "(Z)V",
            field(readMany(field(reading(), "readBuffers", MANY)), "readBuffers", MANY));
  }

  /** Its arguments: whether there are many buffers, the one, the many. */
  private static WireCall writing(String channel) {
    WireCall call =
        new WireCall().entering("asyncWriting", "(" + DESCRIPTOR + "Z" + ONE + MANY + ")V");
    return call.object(0).field(channel, "fd", DESCRIPTOR).number(1).object(2).object(3);
  }

  private static WireCall wroteOne(WireCall call) {
    call.around(IO, "write", OF_ONE).leaving("asyncWritten", "(I" + DESCRIPTOR + ONE + ")V");
    return descriptor(call);
  }

  private static WireCall wroteMany(WireCall call) {
    call.around(IO, "write", OF_MANY).leaving("asyncWritten", "(J" + DESCRIPTOR + MANY + ")V");
    return descriptor(call);
  }

  private static WireCall readOne(WireCall call) {
    call.around(IO, "read", OF_ONE).leaving("asyncRead", "(I" + DESCRIPTOR + ONE + ")V");
    return descriptor(call);
  }

  private static WireCall reading() {
    return descriptor(new WireCall().entering("asyncReading", "(" + DESCRIPTOR + MANY + ")V"));
  }

  private static WireCall readMany(WireCall call) {
    call.around(IO, "read", OF_MANY).leaving("asyncRead", "(J" + DESCRIPTOR + MANY + ")V");
    return descriptor(call);
  }

  private static WireCall descriptor(WireCall call) {
    return field(call, "fd", DESCRIPTOR);
  }

  private static WireCall field(WireCall call, String name, String descriptor) {
    return call.object(0).field(CHANNEL, name, descriptor);
  }
}
