package dev.churnagent.analysis;

import java.util.List;

/**
 * What the analysis found about fetches.
 *
 * @param requests most calls first
 * @param chains most avoidable calls first
 * @param polls most calls first
 * @param degraded what could not be told about fetches, one line each, e.g. a {@code watch} pattern
 *     that matched nothing in any run; a line that begins with {@code note: } is worth knowing, but
 *     nothing that a limit needs is missing
 */
public record FetchFindings(
    List<RequestFindings> requests,
    List<ChainFindings> chains,
    List<PollFindings> polls,
    List<String> degraded) {}
