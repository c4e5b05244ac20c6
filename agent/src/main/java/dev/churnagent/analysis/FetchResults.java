package dev.churnagent.analysis;

import dev.churnagent.analysis.fetch.FetchTotals;

/** Where the runs of one report hand over what their fetches and scopes say. */
final class FetchResults {
  final FetchTotals fetches = new FetchTotals();
  final ScopeConnections scopes = new ScopeConnections();
}
