package dev.churnagent.recorder.call;

import dev.churnagent.model.ClientKind;
import jdk.internal.misc.Unsafe;

/**
 * What the hooked classes of client libraries are: the client itself, or something that knows its
 * client by a field. Kept with each class and refers to nothing of it.
 */
final class ClientTypes {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** From a connection to its client there are no more than two. */
  private static final int STEPS = 4;

  /** The offset of a field that this version of the library does not have. */
  private static final long ABSENT = -1;

  private static final ClassValue<ClientTypes> TYPES =
      new ClassValue<>() {
        @Override
        protected ClientTypes computeValue(Class<?> type) {
          return of(type);
        }
      };

  /** The kind of client that objects of this class are, or null. */
  final ClientKind kind;

  /** The name of the field that leads nearer to the client, or null. */
  private final String field;

  private final long offset;

  private ClientTypes(ClientKind kind, String field, long offset) {
    this.kind = kind;
    this.field = field;
    this.offset = offset;
  }

  private static ClientTypes of(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      String name = at.getName();
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "HttpClientImpl" -> {
          return new ClientTypes(ClientKind.JDK_HTTP_CLIENT, null, ABSENT);
        }
        case "RealConnectionPool" -> {
          return new ClientTypes(ClientKind.OKHTTP_POOL, null, ABSENT);
        }
        case "DefaultHttpClientConnectionOperator", "DefaultAsyncClientConnectionOperator" -> {
          return new ClientTypes(ClientKind.APACHE_MANAGER, null, ABSENT);
        }
        case "MultithreadEventExecutorGroup" -> {
          return new ClientTypes(ClientKind.NETTY_GROUP, null, ABSENT);
        }
        case "ManagedChannelImpl" -> {
          return new ClientTypes(ClientKind.GRPC_CHANNEL, null, ABSENT);
        }
        case "HikariPool" -> {
          return new ClientTypes(ClientKind.HIKARI_POOL, null, ABSENT);
        }
        case "HttpConnection" -> {
          return by(at, "client");
        }
        case "ConnectPlan", "RealConnection" -> {
          return by(at, "connectionPool");
        }
        case "AbstractChannel" -> {
          return by(at, "eventLoop");
        }
        case "AbstractEventExecutor" -> {
          return by(at, "parent");
        }
        default -> {
          // Its superclass may be one of them.
        }
      }
    }
    return new ClientTypes(null, null, ABSENT);
  }

  private static ClientTypes by(Class<?> type, String field) {
    long offset = ABSENT;
    try {
      offset = UNSAFE.objectFieldOffset(type, field);
    } catch (InternalError absent) {
      // Another version of the library: nothing is told of its clients.
      return new ClientTypes(null, null, ABSENT);
    }
    return new ClientTypes(null, field, offset);
  }

  /** The kind of a client, or null if it is none. */
  static ClientKind kindOf(Object client) {
    return TYPES.get(client.getClass()).kind;
  }

  /** The client of an object whose method was entered, perhaps itself; null if it is not known. */
  static Object clientOf(Object user) {
    Object at = user;
    for (int step = 0; at != null && step < STEPS; step++) {
      ClientTypes type = TYPES.get(at.getClass());
      if (type.kind != null) {
        return at;
      }
      at = type.field == null ? null : UNSAFE.getReference(at, type.offset);
    }
    return null;
  }
}
