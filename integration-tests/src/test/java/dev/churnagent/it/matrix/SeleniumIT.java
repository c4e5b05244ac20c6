package dev.churnagent.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Chromedriver;
import dev.churnagent.it.support.CountingRelay;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Nginx;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Selenium's commands to a real browser are requests, connections and a chain like any other's. */
class SeleniumIT {
  private static final Client SELENIUM = new Client(Client.TESTS_OWN, "Browsing", Server.NGINX);
  private static final int STEPS = 5;

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldShowCommandsConnectionsAndTheChain(Jdk jdk) {
    try (Nginx nginx = Nginx.start();
        Chromedriver chromedriver = Chromedriver.start();
        CountingRelay relay = CountingRelay.start(chromedriver.port())) {
      Finished run =
          AgentProcess.java(jdk)
              .option("scope", "programs.Browsing#flow")
              .classPath(Programs.of(SELENIUM).classPath())
              .main(
                  "programs.Browsing",
                  "http://127.0.0.1:" + relay.port(),
                  "http://127.0.0.1:" + nginx.port() + "/page",
                  Requirement.program("chromium"),
                  AgentProcess.newFolder())
              .run();
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.told("heading: ")).isEqualTo("Its heading");
      RunReport report = run.report();
      SoftAssertions all = new SoftAssertions();
      all.assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      assertConnections(all, report, relay);
      assertCommands(all, report, chromedriver);
      assertChain(all, report);
      all.assertAll();
    }
  }

  /** As many as the relay before chromedriver counted, all at methods of the program. */
  private static void assertConnections(SoftAssertions all, RunReport report, CountingRelay relay) {
    all.assertThat(report.connections()).isEqualTo(relay.accepted()).isPositive();
    all.assertThat(RunReport.number(report.endpoint(relay.address()), "connections"))
        .isEqualTo(relay.accepted());
    all.assertThat(report.json().path("sites"))
        .isNotEmpty()
        .allSatisfy(
            site -> {
              assertThat(site.path("kind").asText()).as("%s", site).isEqualTo("application");
              assertThat(site.path("class").asText()).isEqualTo("programs.Browsing");
            });
  }

  /** As many as chromedriver's own log tells of. */
  private static void assertCommands(
      SoftAssertions all, RunReport report, Chromedriver chromedriver) {
    all.assertThat(chromedriver.commands("GetTitle")).isEqualTo(STEPS);
    all.assertThat(calls(report, "GET", "/title")).isEqualTo(STEPS);
    all.assertThat(calls(report, "POST", "/session"))
        .isEqualTo(chromedriver.commands("InitSession"));
    all.assertThat(calls(report, "POST", "/url")).isEqualTo(chromedriver.commands("Navigate"));
    all.assertThat(calls(report, "POST", "/element"))
        .isEqualTo(chromedriver.commands("FindElement"))
        .isPositive();
  }

  private static int calls(RunReport report, String method, String path) {
    int calls = 0;
    for (JsonNode request : report.json().path("requests")) {
      String target = request.path("target").asText();
      if (target.startsWith(method + " ") && target.endsWith(path)) {
        calls += RunReport.number(request, "calls");
      }
    }
    return calls;
  }

  private static void assertChain(SoftAssertions all, RunReport report) {
    List<String> steps = new ArrayList<>();
    JsonNode chains = report.json().path("chains");
    all.assertThat(chains).hasSize(1);
    JsonNode chain = chains.path(0);
    chain.path("steps").forEach(step -> steps.add(step.asText()));
    all.assertThat(chain.path("root").asText()).isEqualTo("programs.Browsing#flow");
    all.assertThat(steps)
        .containsExactly(
            "programs.Browsing#checkLogin",
            "programs.Browsing#checkMenu",
            "programs.Browsing#checkList",
            "programs.Browsing#checkFooter",
            "programs.Browsing#checkTitle");
    all.assertThat(chain.path("calls").asInt()).isEqualTo(STEPS);
    all.assertThat(chain.path("distinctResults").asInt()).isEqualTo(1);
    all.assertThat(chain.path("avoidableCalls").asInt()).isEqualTo(STEPS - 1);
  }
}
