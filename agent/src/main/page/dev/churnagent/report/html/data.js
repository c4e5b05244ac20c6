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

  /** A report with what the page needs at hand: names of sites, what was not measured, the systems. */
  churn.index = (report) => {
    const data = Object.create(report);
    for (const site of report.sites) {
      site.name = site.method === null ? site.class : site.class + '.' + site.method;
      site.place = site.file === null ? '' : site.line === null ? site.file : site.file + ':' + site.line;
      site.text = site.name + (site.place ? '(' + site.place + ')' : '');
      site.rate = site.peakRate === null ? 0 : site.peakRate.perSecond;
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
   * Acts once the report has the tree of all its stacks: at once, or when that is unpacked. It is as large
   * as all else together and needed only by who opens a row or looks at the flame graph.
   */
  churn.withStacks = (data, act) => {
    if (data.tree) {
      act();
      return;
    }
    churn.unpacked = churn.unpacked || parsed().then(() => churn.read('churn-stacks'));
    churn.unpacked.then((stacks) => {
      data.tree = stacks;
      act();
    });
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
