package dev.churnagent.cli.timewait;

import dev.churnagent.cli.timewait.Summary.Group;
import dev.churnagent.cli.timewait.Summary.OwnerGroup;
import dev.churnagent.cli.timewait.Summary.SiteGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts TIME_WAIT by endpoint, then owner, then call site. */
final class Grouping {
  private record Key(String endpoint, boolean listener) {}

  private final Map<Key, Map<Owner, Map<String, Integer>>> counts = new HashMap<>();

  void add(String endpoint, boolean listener, Owner owner, String site) {
    counts
        .computeIfAbsent(new Key(endpoint, listener), k -> new HashMap<>())
        .computeIfAbsent(owner, o -> new HashMap<>())
        .merge(site == null ? "" : site, 1, Integer::sum);
  }

  /** The most first. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    counts.forEach(
        (key, byOwner) -> {
          List<OwnerGroup> owners = owners(byOwner);
          int sum = owners.stream().mapToInt(OwnerGroup::timeWait).sum();
          groups.add(new Group(key.endpoint, key.listener, sum, owners));
        });
    groups.sort(Comparator.comparingInt(Group::timeWait).reversed().thenComparing(Group::endpoint));
    return groups;
  }

  private static List<OwnerGroup> owners(Map<Owner, Map<String, Integer>> byOwner) {
    List<OwnerGroup> owners = new ArrayList<>();
    byOwner.forEach(
        (owner, bySite) -> {
          List<SiteGroup> sites = sites(bySite);
          int sum = sites.stream().mapToInt(SiteGroup::timeWait).sum();
          owners.add(new OwnerGroup(owner, sum, sites));
        });
    owners.sort(
        Comparator.comparingInt(OwnerGroup::timeWait)
            .reversed()
            .thenComparing(group -> group.owner().pid()));
    return owners;
  }

  private static List<SiteGroup> sites(Map<String, Integer> bySite) {
    List<SiteGroup> sites = new ArrayList<>();
    bySite.forEach((site, count) -> sites.add(new SiteGroup(site.isEmpty() ? null : site, count)));
    sites.sort(
        Comparator.comparingInt(SiteGroup::timeWait)
            .reversed()
            .thenComparing(group -> group.site() == null ? "" : group.site()));
    return sites;
  }
}
