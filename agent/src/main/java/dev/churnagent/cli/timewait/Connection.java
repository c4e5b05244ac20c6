package dev.churnagent.cli.timewait;

import dev.churnagent.sockets.PeerAddress;

/**
 * A connection as one of its ends sees it.
 *
 * @param local never null
 * @param remote never null
 */
record Connection(PeerAddress local, PeerAddress remote) {}
