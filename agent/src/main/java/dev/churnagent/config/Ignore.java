package dev.churnagent.config;

import java.util.List;

/**
 * Repeats that the user accepts. They are shown with the reason and count in no limit.
 *
 * @param request the requests that may be repeated; never null
 * @param root the chains' roots where they may; null: anywhere
 * @param reason why, for those who read the report; never blank
 */
public record Ignore(RequestPattern request, ClassPattern root, String reason) {
  /**
   * The first that accepts the repeats of a chain, or null if none does; parameters as for {@link
   * #accepts}.
   */
  public static Ignore first(List<Ignore> ignores, String target, String rootMethod) {
    for (Ignore ignore : ignores) {
      if (ignore.accepts(target, rootMethod)) {
        return ignore;
      }
    }
    return null;
  }

  /**
   * Whether this accepts the repeats of a chain.
   *
   * @param target of the request that is repeated
   * @param rootMethod the chain's root, {@code com.acme.Flow#run}
   */
  public boolean accepts(String target, String rootMethod) {
    if (!request.matches(target)) {
      return false;
    }
    if (root == null) {
      return true;
    }
    int hash = rootMethod.indexOf('#');
    return hash >= 0 && root.matches(rootMethod.substring(0, hash), rootMethod.substring(hash + 1));
  }
}
