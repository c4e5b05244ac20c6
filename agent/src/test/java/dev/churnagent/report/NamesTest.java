package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  private static final String FLOW = "com.acme.DeviceFlow#run";
  private static final String THREAD = "java.lang.Thread#run";

  @Test
  void shouldTellWhoDoesItAndWhereToFetch() {
    assertThat(Names.doer(FLOW)).isEqualTo("DeviceFlow#run");
    assertThat(Names.place(FLOW)).isEqualTo("in com.acme.DeviceFlow#run");
    assertThat(Names.shortPlace(FLOW)).isEqualTo("in DeviceFlow#run");
  }

  @Test
  void shouldNameNoMethodWhereOnlyTheThreadIsCommon() {
    assertThat(Names.doer(THREAD)).isEqualTo("one thread");
    assertThat(Names.place(THREAD)).isEqualTo("beforehand");
    assertThat(Names.shortPlace(THREAD)).isEqualTo("beforehand");
  }
}
