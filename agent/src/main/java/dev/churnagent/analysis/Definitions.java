package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.Endpoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sites, stacks and endpoints of all runs of one report, each once, with dense ids. Two runs of
 * the same code share them.
 *
 * <p>Safe for use by the threads that read several recordings at once; it is touched once for each
 * definition, not for events.
 */
final class Definitions {
  private final Map<String, Integer> siteIds = new HashMap<>();
  private final List<CallSite> sites = new ArrayList<>();
  private final Map<String, Integer> endpointIds = new HashMap<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, Integer> frameIds = new HashMap<>();
  private final List<String> frames = new ArrayList<>();
  private final Map<String, Integer> partsIds = new HashMap<>();
  private final List<LibraryParts> parts = new ArrayList<>();
  private final Map<StackKey, Integer> stackIds = new HashMap<>();
  private final List<StackKey> stacks = new ArrayList<>();

  /** The id of a stack whose site is found by {@code finder}, with its libraries' part. */
  synchronized int stackId(CallStack stack, SiteFinder finder, LibraryParts libraries) {
    int site = siteId(finder.siteOf(stack));
    List<String> lines = SiteFinder.describe(stack);
    int[] path = new int[lines.size()];
    for (int i = 0; i < path.length; i++) {
      path[i] = frameId(lines.get(i));
    }
    StackKey key = new StackKey(site, path, finder.isHandedOver(stack), partsId(libraries));
    Integer known = stackIds.get(key);
    if (known != null) {
      return known;
    }
    stacks.add(key);
    stackIds.put(key, stacks.size() - 1);
    return stacks.size() - 1;
  }

  /** The id of a site, which has one from now on. */
  synchronized int siteId(CallSite site) {
    Integer known = siteIds.putIfAbsent(site.key(), sites.size());
    if (known != null) {
      return known;
    }
    sites.add(site);
    return sites.size() - 1;
  }

  private int partsId(LibraryParts libraries) {
    Integer known = partsIds.putIfAbsent(libraries.key(), parts.size());
    if (known != null) {
      return known;
    }
    parts.add(libraries);
    return parts.size() - 1;
  }

  private int frameId(String frame) {
    Integer known = frameIds.putIfAbsent(frame, frames.size());
    if (known != null) {
      return known;
    }
    frames.add(frame);
    return frames.size() - 1;
  }

  /** The id of an endpoint; our own address makes no difference. */
  synchronized int endpointId(Endpoint endpoint) {
    String key = endpoint.transport().code() + endpoint.address() + '\n' + endpoint.host();
    Integer known = endpointIds.putIfAbsent(key, endpoints.size());
    if (known != null) {
      return known;
    }
    endpoints.add(endpoint);
    return endpoints.size() - 1;
  }

  synchronized CallSite site(int id) {
    return sites.get(id);
  }

  synchronized Endpoint endpoint(int id) {
    return endpoints.get(id);
  }

  synchronized int endpointCount() {
    return endpoints.size();
  }

  synchronized int siteOfStack(int stack) {
    return stacks.get(stack).site();
  }

  /** Whether the stack's site is where its thread's work was handed over. */
  synchronized boolean isHandedOver(int stack) {
    return stacks.get(stack).isHandedOver();
  }

  /** The libraries between the application and a connection of this stack; never null. */
  synchronized LibraryParts partsOf(int stack) {
    return parts.get(stacks.get(stack).parts());
  }

  synchronized int stackCount() {
    return stacks.size();
  }

  /**
   * The stacks that lead through methods.
   *
   * @param methods as in a stack trace, up to the bracket: {@code com.acme.Device.get}
   * @return the ids of the stacks by method; a method that no stack has may be missing
   */
  synchronized Map<String, BitSet> stacksThrough(Set<String> methods) {
    Map<String, BitSet> found = new HashMap<>();
    BitSet[] byFrame = new BitSet[frames.size()];
    for (int frame = 0; frame < byFrame.length; frame++) {
      String text = frames.get(frame);
      int bracket = text.indexOf('(');
      String method = bracket < 0 ? text : text.substring(0, bracket);
      if (methods.contains(method)) {
        byFrame[frame] = found.get(method);
        if (byFrame[frame] == null) {
          byFrame[frame] = new BitSet();
          found.put(method, byFrame[frame]);
        }
      }
    }
    for (int stack = 0; stack < stacks.size() && !found.isEmpty(); stack++) {
      for (int frame : stacks.get(stack).frames()) {
        if (byFrame[frame] != null) {
          byFrame[frame].set(stack);
        }
      }
    }
    return found;
  }

  /** The frames of a stack as text, innermost first. */
  synchronized List<String> framesOf(int stack) {
    int[] path = stacks.get(stack).frames();
    List<String> lines = new ArrayList<>(path.length);
    for (int frame : path) {
      lines.add(frames.get(frame));
    }
    return lines;
  }
}
