package programs;

import io.restassured.RestAssured;

/** REST Assured, as in tests: a client for each request. */
public final class RestAssuredCalls {
  private RestAssuredCalls() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(RestAssuredCalls.class, arguments);
  }

  static void get(int port, int times) {
    for (int i = 0; i < times; i++) {
      RestAssured.given().get(url(port)).then().statusCode(200);
    }
  }

  static void getThenMoved(int port, int times) {
    for (int i = 0; i < times / 2; i++) {
      RestAssured.get("http://127.0.0.1:" + port + "/moved").then().statusCode(200);
    }
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
