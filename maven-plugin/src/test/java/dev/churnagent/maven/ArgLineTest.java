package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgLineTest {
  private static final String JAR = "/p/target/churn-agent/churn-agent.jar";
  private static final String AGENT = "-javaagent:" + JAR + "=output=/p/target/churn";

  @Test
  void shouldStandAloneWhereNothingWas() {
    for (String present : new String[] {null, "", "  "}) {
      assertThat(prepend(present)).isEqualTo(AGENT);
    }
  }

  @Test
  void shouldKeepWhatWasThereToTheLetter() {
    String present = "-Xmx1g -Dname=\"a  b\" '-Dother=c d' @{late} -Dback\\slash";
    assertThat(prepend(present)).isEqualTo(AGENT + " " + present);
  }

  @Test
  void shouldReplaceAnEarlierArgumentForTheSameJarOnly() {
    String jacoco = "-javaagent:/m2/jacoco.jar=destfile=/p/target/jacoco.exec";
    String other = "-javaagent:/elsewhere/churn-agent.jar=app=x";
    assertThat(prepend(jacoco + " \"-javaagent:" + JAR + "=output=/old one\" " + other))
        .isEqualTo(AGENT + " " + jacoco + " " + other);
  }

  @Test
  void shouldQuoteAsAWholeOnlyWhatNeedsIt() {
    assertThat(ArgLine.prepend("-Da=b", "/a b/x.jar", "run=c"))
        .isEqualTo("\"-javaagent:/a b/x.jar=run=c\" -Da=b");
    assertThat(ArgLine.prepend(null, "/it's/x.jar", "run=c"))
        .isEqualTo("\"-javaagent:/it's/x.jar=run=c\"");
  }

  @Test
  void shouldRefuseADoubleQuote() {
    assertThatThrownBy(() -> ArgLine.prepend(null, "/a\"b/x.jar", "run=c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("double quote");
  }

  private static String prepend(String present) {
    return ArgLine.prepend(present, JAR, "output=/p/target/churn");
  }
}
