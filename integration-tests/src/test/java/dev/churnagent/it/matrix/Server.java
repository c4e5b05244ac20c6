package dev.churnagent.it.matrix;

/** What a client talks to. */
enum Server {
  /** One HTTP/1.1 answer for each connection. */
  HTTP,
  /** Reads until its client closes. */
  SOCKET,
  REDIS,
  POSTGRES,
  NGINX,
  /** The program {@code Echo} of the client's own version, behind a relay that counts. */
  GRPC
}
