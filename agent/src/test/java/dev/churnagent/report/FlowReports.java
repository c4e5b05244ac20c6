package dev.churnagent.report;

import java.io.IOException;

/** Reports on the founding incident, for tests of the formats. */
public final class FlowReports {
  private FlowReports() {}

  /** 300 s of it, without the proxy. */
  public static Report incident() throws IOException {
    return RemedyRowsTest.report(new FlowRecording(480));
  }
}
