package dev.churnagent.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.junit.jupiter.api.Test;

class AgentTest {
  private static final String ABSENT = "dev.churnagent.Absent";

  @Test
  void shouldSayHowToAttachInOneLine() {
    assertThatThrownBy(() -> Agent.find(ABSENT, ABSENT))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("churn-agent is not attached to this JVM")
        .hasMessageContaining("-javaagent:/path/to/churn-agent.jar (Maven:")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void shouldNameTheJarThatIsOnTheClassPath() {
    String classPath = System.getProperty("java.class.path");
    System.setProperty(
        "java.class.path",
        classPath + File.pathSeparator + "lib" + File.separator + "churn-agent.jar");
    try {
      assertThatThrownBy(() -> Agent.find(ABSENT, ABSENT))
          .hasMessageContaining(
              "-javaagent:" + new File("lib", "churn-agent.jar").getAbsolutePath() + " ");
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }

  @Test
  void shouldTellAnAgentThatIsTooOld() {
    assertThatThrownBy(() -> Agent.find(ABSENT, "java.lang.String"))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("older than churn-junit");
  }

  @Test
  void shouldTellAnAgentOfAnotherKind() {
    assertThatThrownBy(() -> Agent.find("java.lang.String", ABSENT))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("use the same version of both");
  }

  @Test
  void shouldNotTakeAClassOnTheClassPathForTheAgent() {
    assertThatThrownBy(() -> Agent.find(AgentTest.class.getName(), ABSENT))
        .hasMessageContaining("is not attached");
  }
}
