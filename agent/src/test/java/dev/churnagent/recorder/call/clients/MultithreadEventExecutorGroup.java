package dev.churnagent.recorder.call.clients;

/** Known by its name, as Netty's is. */
public final class MultithreadEventExecutorGroup {}
