package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChurnOptionsTest {
  @Test
  void shouldWriteWhatIsGivenAsAgentArguments() {
    ChurnOptions options =
        new ChurnOptions()
            .put("app", Arrays.asList(" com.acme.** ", null, "", "org.x.*"))
            .put("max-rate", "\n   5/s\n   over 10s\n")
            .put("output", "/a,b")
            .put("watch", List.of())
            .put("run", " ")
            .put("config", (String) null);
    assertThat(options.toAgentArguments())
        .isEqualTo("app=com.acme.**;org.x.*,max-rate=5/s over 10s,output=/a\\,b");
  }

  @Test
  void shouldWinOverTheEnvironment() {
    Map<String, String> environment = Map.of("CHURN_MAX_RATE", "1/s", "PATH", "/bin");
    assertThat(new ChurnOptions().put("max-rate", "5/s").toEnvironment(environment))
        .isEqualTo(Map.of("CHURN_MAX_RATE", "5/s", "PATH", "/bin"));
  }

  @Test
  void shouldNotReplaceWhatTheUserSet() {
    assertThat(new ChurnOptions().put("summary", "true").putIfAbsent("summary", "false"))
        .extracting(ChurnOptions::toAgentArguments)
        .isEqualTo("summary=true");
  }
}
