'use strict';
/* What the page shows, unpacked from the page itself. */
(function () {
  /** Reads the packed JSON: gzip, then base64. */
  churn.read = async (id) => {
    const text = atob(document.getElementById(id).textContent.trim());
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      bytes[i] = text.charCodeAt(i);
    }
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(plain).text());
  };

  /** A report with what the page needs at hand: frames of stacks, names of sites, requests by id. */
  churn.index = (report) => {
    const data = Object.create(report);
    data.siteById = new Map();
    for (const site of report.sites) {
      site.name = site.method === null ? site.class : site.class + '.' + site.method;
      site.place = site.file === null ? '' : site.line === null ? site.file : site.file + ':' + site.line;
      site.text = site.name + (site.place ? '(' + site.place + ')' : '');
      site.rate = site.peakRate === null ? 0 : site.peakRate.perSecond;
      data.siteById.set(site.id, site);
    }
    data.degraded = report.run.degraded || [];
    data.profiles = report.timeWait === null ? [] : report.timeWait.profiles;
    return data;
  };

  /** The stacks stand behind the scripts, so that the page is drawn before the browser has read them. */
  const parsed = () => new Promise((resolve) => {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', resolve);
    } else {
      resolve();
    }
  });

  /**
   * The tree of all stacks, which is as large as all else together and needed only once somebody opens
   * a row or looks at the flame graph: unpacked after the page is there, or when first asked for.
   */
  churn.stacks = () => {
    churn.unpacked = churn.unpacked || parsed().then(() => churn.read('churn-stacks'));
    return churn.unpacked;
  };

  /** The frames of a node of the tree of stacks, innermost first. */
  churn.frames = (report, node) => {
    const frames = [];
    for (let at = node; at > 0; at = report.tree.parent[at]) {
      frames.push(report.tree.frames[report.tree.frame[at]]);
    }
    return frames;
  };

  /** The profile that has most of its ports taken. */
  churn.worstProfile = (data) => {
    let worst = null;
    for (const profile of data.profiles) {
      if (worst === null || (profile.exhausted && !worst.exhausted) || (profile.exhausted === worst.exhausted && profile.portUsePercent > worst.portUsePercent)) {
        worst = profile;
      }
    }
    return worst;
  };

  churn.redundant = (data) =>
    (data.chains || []).filter((chain) => chain.avoidableCalls > 0 && chain.ignored === null);
})();
