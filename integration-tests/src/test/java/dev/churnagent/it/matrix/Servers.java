package dev.churnagent.it.matrix;

import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.CountingRelay;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Nginx;
import dev.churnagent.it.support.Postgres;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RawServer.Mode;
import dev.churnagent.it.support.Redis;
import java.util.function.IntSupplier;

/** The servers, of which the real ones are started once for all clients. */
final class Servers implements AutoCloseable {
  private Redis redis;
  private Postgres postgres;
  private Nginx nginx;

  /** A server that counts for one client. */
  static final class Counting implements AutoCloseable {
    private final int port;
    private final IntSupplier count;
    private final Runnable end;

    private Counting(int port, IntSupplier count, Runnable end) {
      this.port = port;
      this.count = count;
      this.end = end;
    }

    int port() {
      return port;
    }

    /** How many connections the client made; asked once its JVM has ended. */
    int accepted() {
      return count.getAsInt();
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** Starts to count for this client. */
  Counting countingFor(Client client) {
    return switch (client.server()) {
      case HTTP -> raw(Mode.HTTP_CLOSE);
      case SOCKET -> raw(Mode.CLIENT_CLOSES_FIRST);
      case REDIS -> redis();
      case POSTGRES -> postgres();
      case NGINX -> nginx();
      case GRPC -> grpc(client);
    };
  }

  private static Counting raw(Mode mode) {
    RawServer server = RawServer.start(mode);
    return new Counting(server.port(), server::drain, server::close);
  }

  private Counting redis() {
    if (redis == null) {
      redis = Redis.start();
    }
    int before = redis.received();
    // The question itself is one connection more.
    return new Counting(redis.port(), () -> redis.received() - before - 1, () -> {});
  }

  private Counting postgres() {
    if (postgres == null) {
      postgres = Postgres.start();
    }
    int before = postgres.received();
    return new Counting(postgres.port(), () -> postgres.received() - before, () -> {});
  }

  private Counting nginx() {
    if (nginx == null) {
      nginx = Nginx.start();
    }
    int before = nginx.accepted();
    return new Counting(nginx.port(), () -> nginx.accepted() - before - 1, () -> {});
  }

  private static Counting grpc(Client client) {
    AgentProcess server =
        AgentProcess.java(Jdks.newest())
            .withoutAgent()
            .classPath(Programs.of(client).classPath())
            .main("programs.Echo")
            .start();
    String port = server.awaitLine("port ").substring("port ".length());
    CountingRelay relay = CountingRelay.start(Integer.parseInt(port));
    return new Counting(
        relay.port(),
        relay::accepted,
        () -> {
          relay.close();
          server.close();
        });
  }

  @Override
  public void close() {
    if (redis != null) {
      redis.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (nginx != null) {
      nginx.close();
    }
  }
}
