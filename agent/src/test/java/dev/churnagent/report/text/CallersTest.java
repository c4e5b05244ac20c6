package dev.churnagent.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.Report.StackCount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final String SITE = "com.acme.Device.fetch(Device.java:81)";
  private static final String MAIN = "com.acme.Flow.run(Flow.java:9)";

  @Test
  void shouldNameWhereStacksPartWays() {
    assertThat(
            callers(
                stack(8, SITE, "com.acme.StepA.run(StepA.java:3)", MAIN),
                stack(7, SITE, "com.acme.StepB.run(StepB.java:3)", MAIN)))
        .isEqualTo("from StepA.run 8, StepB.run 7");
  }

  @Test
  void shouldSkipMachineryOfTheJdk() {
    assertThat(
            callers(
                stack(8, SITE, "com.acme.StepA.run(StepA.java:3)", MAIN),
                stack(
                    7,
                    SITE,
                    "java.util.concurrent.CompletableFuture.get(CompletableFuture.java:1)",
                    "com.acme.StepD.run(StepD.java:3)",
                    MAIN)))
        .isEqualTo("from StepA.run 8, StepD.run 7");
  }

  @Test
  void shouldSayNothingOfOneStack() {
    assertThat(callers(stack(8, SITE, MAIN))).isNull();
  }

  @Test
  void shouldSayNothingWhereOnlyLinesOfOneCallerDiffer() {
    assertThat(
            callers(
                stack(8, SITE, "com.acme.Flow.run(Flow.java:9)"),
                stack(8, SITE, "com.acme.Flow.run(Flow.java:10)")))
        .isNull();
  }

  @Test
  void shouldNotTellTestToolsAndLanguagesForCallers() {
    String groovy = "org.codehaus.groovy.runtime.callsite.AbstractCallSite.call(A.java:1)";
    String step = "com.acme.StepA.run(StepA.groovy:3)";
    String spock = "org.spockframework.runtime.SimpleFeatureNode.execute(SimpleFeatureNode.java:2)";

    assertThat(callers(stack(8, SITE, groovy, step), stack(1, SITE, step))).isNull();
    assertThat(callers(stack(8, SITE, spock, MAIN), stack(1, SITE, MAIN))).isNull();
    assertThat(callers(stack(8, SITE, spock), stack(1, SITE, MAIN)))
        .isEqualTo("from elsewhere 8, Flow.run 1");
    assertThat(callers(stack(8, SITE, groovy, step), stack(2, SITE, "(handed over by)", MAIN)))
        .isEqualTo("from StepA.run 8, Flow.run 2");
  }

  @Test
  void shouldCountCallersBeyondTheFifth() {
    List<StackCount> stacks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      stacks.add(stack(1, SITE, "com.acme.Step" + i + ".run(Step.java:3)", MAIN));
    }
    assertThat(callers(stacks.toArray(new StackCount[0]))).endsWith("Step4.run 1 and 2 more");
  }

  private static StackCount stack(long connections, String... frames) {
    return new StackCount(connections, List.of(frames));
  }

  private static String callers(StackCount... stacks) {
    return Callers.describe(
        ASite.with("com.acme.Device", "fetch", "Device.java", 81, List.of(stacks), null, null));
  }
}
