package dev.churnagent.demo.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fake WebDriverAgent answers. The same question always gets the same answer, so that
 * asking again is avoidable.
 *
 * @param status as in {@code 200 OK}
 * @param json the body
 */
record DeviceAnswer(String status, String json) {
  private static final Pattern SESSION = Pattern.compile("/session/([\\w-]+)/([\\w-]+)");
  private static final Pattern ACTION = Pattern.compile("tap|swipe|type|press|screenshot");

  static final DeviceAnswer BAD_REQUEST =
      new DeviceAnswer("400 Bad Request", "{\"value\":{\"error\":\"bad request\"}}");
  private static final DeviceAnswer UNKNOWN =
      new DeviceAnswer("404 Not Found", "{\"value\":{\"error\":\"unknown command\"}}");

  static DeviceAnswer to(HttpRequest request) {
    if (request.path().equals("/status") && request.method().equals("GET")) {
      return ok("{\"value\":{\"ready\":true,\"message\":\"fake WebDriverAgent\"}}");
    }
    Matcher path = SESSION.matcher(request.path());
    if (!path.matches()) {
      return UNKNOWN;
    }
    String sessionId = "\",\"sessionId\":\"" + path.group(1) + "\"}";
    if (request.method().equals("GET") && path.group(2).equals("necessary-data")) {
      return ok(
          "{\"value\":{\"bundleId\":\"dev.churnagent.shop\",\"width\":390,\"height\":844},"
              + sessionId.substring(2));
    }
    if (request.method().equals("POST") && ACTION.matcher(path.group(2)).matches()) {
      return ok("{\"value\":\"" + path.group(2) + sessionId);
    }
    return UNKNOWN;
  }

  private static DeviceAnswer ok(String json) {
    return new DeviceAnswer("200 OK", json);
  }

  /** The whole response as it goes over the wire. */
  ByteBuffer encode(boolean keepAlive) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\nConnection: "
            + (keepAlive ? "keep-alive" : "close")
            + "\r\n\r\n";
    return ByteBuffer.wrap((head + json).getBytes(StandardCharsets.UTF_8));
  }
}
