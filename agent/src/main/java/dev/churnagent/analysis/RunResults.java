package dev.churnagent.analysis;

import dev.churnagent.analysis.fetch.FetchTotals;

/** Where the runs of one report hand over what they know beside the events of connections. */
final class RunResults {
  /** Whether this pass wants to know what the system's socket table showed. */
  final boolean sockets;

  final FetchTotals fetches = new FetchTotals();
  final ScopeConnections scopes = new ScopeConnections();
  final SiteClients clients = new SiteClients();
  final SiteClosers closers = new SiteClosers();
  final UnreadAnswers unreadAnswers = new UnreadAnswers();
  final UnexplainedTimeWait unexplained = new UnexplainedTimeWait();

  RunResults(boolean sockets) {
    this.sockets = sockets;
  }
}
