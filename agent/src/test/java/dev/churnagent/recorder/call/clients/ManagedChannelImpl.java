package dev.churnagent.recorder.call.clients;

/** Known by its name, as gRPC's is. */
public final class ManagedChannelImpl {}
