package dev.churnagent.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteLinesTest {
  private static final Library JMETER = new Library("JMeter", "5.6.3");
  private static final Library HTTP = new Library("Apache HttpClient", "4.5.14");

  @Test
  void shouldTellAllThatFits() {
    assertThat(name("com.acme.Flow", null, null)).isEqualTo("1. com.acme.Flow.run(Flow.java:9)");
    assertThat(name("com.acme.Flow", JMETER, HTTP))
        .isEqualTo(
            "1. JMeter 5.6.3 over Apache HttpClient 4.5.14, opened by com.acme.Flow.run(Flow.java:9)");
  }

  @Test
  void shouldLeaveOutThePackageBeforeItCutsTheName() {
    assertThat(name("com.acme.devices.orders.flows.Flow", JMETER, HTTP))
        .isEqualTo(
            "1. JMeter 5.6.3 over Apache HttpClient 4.5.14, opened by Flow.run(Flow.java:9)");
  }

  @Test
  void shouldLeaveOutTheTransportBeforeItCutsTheName() {
    String outer = "HTTPHC4Impl$JMeterDefaultConnectionOperator";

    assertThat(name("org.apache.jmeter.protocol.http." + outer, JMETER, HTTP))
        .isEqualTo("1. JMeter 5.6.3, opened by " + outer + ".run(Flow.java:9)");
  }

  @Test
  void shouldCutTheStartOfWhatIsStillTooLong() {
    String name = name("com.acme." + "Very".repeat(40) + "LongClass", JMETER, HTTP);

    assertThat(name)
        .hasSize(100)
        .startsWith("1. JMeter 5.6.3, opened by ...")
        .endsWith("VeryLongClass.run(Flow.java:9)");
  }

  private static String name(String className, Library library, Library transport) {
    Lines lines = new Lines();
    SiteLines.addName(
        lines, "1. ", ASite.with(className, "run", "Flow.java", 9, List.of(), library, transport));
    return lines.all().get(0);
  }
}
