package dev.churnagent.benchmarks.volume;

import java.io.IOException;
import java.net.InetAddress;

/** Some call sites, each a method of its own; implemented by generated classes. */
public interface SiteGroup {
  /** Makes one connection from the site of that number within the group. */
  void visit(int site, InetAddress address, int port) throws IOException;
}
