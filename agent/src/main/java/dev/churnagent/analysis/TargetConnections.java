package dev.churnagent.analysis;

import java.util.BitSet;
import java.util.Set;

/**
 * The connections that were opened for the calls of one target, as far as they can be told from
 * others: by their stacks, or by where they go.
 *
 * @param stacks those that lead through the watched method; empty if {@code addresses} tell
 * @param addresses where the requests go; empty if {@code stacks} tell
 * @param all how many connections these are, above 0
 * @param timeWaitShare how many of them ended in TIME_WAIT on our side, from 0 to 1; null if that
 *     is not known of each
 */
record TargetConnections(BitSet stacks, Set<String> addresses, long all, Double timeWaitShare) {}
