package dev.churnagent.cli;

import dev.churnagent.report.finding.BuildFacts;
import picocli.CommandLine.IVersionProvider;

/** This build's version, as Maven wrote it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"churn-agent " + BuildFacts.version()};
  }
}
