package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real nginx on loopback, with all its files in a folder of its own. */
public final class Nginx implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/sbin/nginx");
  private static final Pattern ACCEPTED =
      Pattern.compile("server accepts handled requests\\s+(\\d+)");

  /** Runs as whoever runs the tests; closes each connection after its answer at {@code /status}. */
  private static final String CONFIG =
      """
      daemon off;
      master_process off;
      pid %1$s/nginx.pid;
      error_log stderr notice;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        server {
          listen 127.0.0.1:%2$d;
          location /status { keepalive_timeout 0; return 200 ok; }
          location /page {
            default_type text/html;
            return 200 "<!doctype html><title>A page</title><h1>Its heading</h1>";
          }
          location /accepted { keepalive_timeout 0; stub_status; }
        }
      }
      """;

  private final ServerProcess process;
  private final int port;

  private Nginx(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Nginx start() {
    Path program = Files.isExecutable(INSTALLED) ? INSTALLED : Requirement.program("nginx");
    Path folder = AgentProcess.newFolder();
    int port = ServerProcess.freePort();
    try {
      Path config = folder.resolve("nginx.conf");
      Files.writeString(config, CONFIG.formatted(folder, port));
      List<String> command =
          List.of(program.toString(), "-p", folder.toString(), "-c", config.toString());
      return new Nginx(ServerProcess.start(command, folder, "event method"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** How many connections it says it accepted; this question is one more each time. */
  public int accepted() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write("GET /accepted HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher matcher = ACCEPTED.matcher(answer);
      if (!matcher.find()) {
        throw new AssertionError("nginx does not tell what it accepted: " + answer);
      }
      return Integer.parseInt(matcher.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
