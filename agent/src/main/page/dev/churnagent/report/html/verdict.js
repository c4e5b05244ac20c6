'use strict';
/* The head of the page: the verdict, what could not be measured, the one thing to fix first. */
(function () {
  const {h} = churn;
  const code = (text) => churn.h('code', null, text);

  churn.head = (data) => {
    const run = data.run;
    return h('div', {class: 'head'},
      h('h1', null, run.mainClass || run.id),
      h('div', {class: 'facts'},
        h('span', null, churn.t('run') + ' ' + run.id),
        h('span', null, churn.date(run.startedAt)),
        h('span', null, churn.seconds(run.durationSeconds)),
        run.host ? h('span', null, run.host) : null,
        run.os ? h('span', null, run.os) : null,
        run.java ? h('span', null, 'Java ' + run.java) : null,
        run.mergedRuns > 1 ? h('span', null, churn.t('mergedRuns', {n: churn.number(run.mergedRuns)})) : null));
  };

  churn.incomplete = (data) => {
    const lines = data.degraded.slice();
    if (data.run.lostEvents > 0) {
      lines.unshift(churn.t('lostEvents', {n: churn.number(data.run.lostEvents)}));
    }
    if (lines.length === 0) {
      return null;
    }
    return h('div', {class: 'banner warn', id: 'incomplete'},
      h('h2', null, churn.t('incomplete'), churn.findingLink(data, 'incomplete')),
      h('ul', null, lines.map((line) => h('li', null, line))));
  };

  const limitLine = (limit) => churn.t('measuredAllowed', {
    measured: churn.number(limit.measured), allowed: churn.number(limit.allowed), unit: churn.unit(limit.unit)});

  churn.verdict = (data) => {
    const limits = data.limits;
    const failed = limits.filter((limit) => limit.verdict === 'fail')
      .sort((a, b) => b.measured / b.allowed - a.measured / a.allowed);
    const accepted = limits.filter((limit) => limit.verdict === 'accepted').length;
    const verdict = data.verdict;
    const kind = verdict === 'fail' ? 'bad' : verdict === 'pass' ? 'good' : verdict === null ? 'warn' : '';
    const words = verdict === 'fail' ? churn.t('verdictFail', {n: churn.number(failed.length), of: churn.number(limits.length)})
      : verdict === 'pass' ? churn.t('verdictPass', {n: churn.number(limits.length)})
      : verdict === null ? churn.t('verdictUnknown') : churn.t('verdictNone');
    return h('div', {class: 'banner ' + kind, id: 'verdict'},
      h('h2', null, h('span', {class: 'badge ' + kind}, churn.t('badge.' + (verdict === null ? 'unknown' : verdict))), words),
      failed.length ? h('ul', null, failed.slice(0, 5).map((limit) => h('li', null, h('b', null, limit.subject), ': ', limitLine(limit), ' ', h('span', {class: 'muted'}, '[' + limit.limit + ']')))) : null,
      failed.length > 5 ? h('a', {href: '#limits'}, churn.t('more', {n: failed.length - 5})) : null,
      accepted ? h('p', {class: 'muted', style: 'margin:4px 0 0'}, churn.t('acceptedCount', {n: churn.number(accepted)})) : null,
      h('p', {class: 'muted', style: 'margin:4px 0 0'}, outlook(data)));
  };

  /** What would have become of the ports, in a sentence. */
  function outlook(data) {
    if (data.portExhaustion !== null && data.portExhaustion.errors > 0) {
      const first = data.portExhaustion.first;
      return churn.t('ranOut', {n: churn.number(data.portExhaustion.errors), at: churn.time(first && first.at), site: first ? first.site : '?'});
    }
    const worst = churn.worstProfile(data);
    if (worst === null) {
      return '';
    }
    const values = {os: churn.t('os.' + worst.os), hops: worst.hops, percent: churn.percent(worst.portUsePercent), at: churn.time(worst.exhaustedAt), site: worst.exhaustedSite || '?', ports: churn.number(worst.ports)};
    return churn.t(worst.exhausted ? 'wouldRunOut' : 'portsTaken', values);
  }

  churn.first = (data) => {
    const advice = chainFirst(data) || remedyFirst(data) || siteFirst(data);
    return h('div', {class: 'banner first', id: 'first'},
      h('p', {class: 'kicker'}, churn.t('fixFirst')),
      advice === null ? h('p', {class: 'what'}, churn.t(data.totals.connections === 0 ? 'nothingOpened' : 'nothingToFix')) : advice);
  };

  function chainFirst(data) {
    const chains = churn.redundant(data);
    if (chains.length === 0) {
      return null;
    }
    const chain = chains.reduce((worst, next) => (next.avoidableCalls > worst.avoidableCalls ? next : worst));
    const line = chain.lines.length ? chain.lines[0] : null;
    const where = churn.isThread(chain.root) ? 'fetchOnceBeforehand' : line === null ? 'fetchOnce' : 'fetchOnceBefore';
    return [
      h('p', {class: 'what'}, churn.tn(where, {
        target: code(churn.shortMethod(chain.target)), root: code(churn.shortMethod(chain.root)), line: String(line)})),
      h('p', {class: 'why'}, churn.t(chain.avoidableConnections ? 'sparesBoth' : 'sparesCalls', {
        calls: churn.number(chain.avoidableCalls), of: churn.number(chain.calls), connections: churn.number(chain.avoidableConnections)}),
        ' ', h('a', {href: '#chains'}, churn.t('seeChain')))];
  }

  function remedyFirst(data) {
    const remedy = (data.remedies || [])[0];
    return remedy ? [h('p', {class: 'what'}, churn.remedyText(remedy)), h('p', {class: 'why'}, churn.remedyFigures(remedy))] : null;
  }

  function siteFirst(data) {
    const site = data.sites.find((each) => ['close-first', 'leak', 'hoard', 'reset', 'peer-first'].includes(each.signature));
    return site ? [h('p', {class: 'what'}, code(site.text)), h('p', {class: 'why'}, churn.t('cure.' + site.signature))] : null;
  }

  churn.remedyText = (remedy) => churn.language === 'en' || !churn.hasWord('remedy.' + remedy.kind)
    ? remedy.how
    : churn.t('remedy.' + remedy.kind, {target: remedy.target, n: churn.number(remedy.connectionsAfter)});

  churn.remedyFigures = (remedy) => churn.t('remedyFigures', {
    os: churn.t('os.' + remedy.os), before: churn.number(remedy.connectionsBefore), after: churn.number(remedy.connectionsAfter),
    twBefore: churn.number(remedy.timeWaitPeakBefore), twAfter: churn.number(remedy.timeWaitPeakAfter),
    useBefore: churn.percent(remedy.portUsePercentBefore), useAfter: churn.percent(remedy.portUsePercentAfter)});

  churn.tiles = (data, before) => {
    const totals = data.totals;
    const old = before ? before.totals : null;
    const own = data.profiles[0] || null;
    const worst = churn.worstProfile(data);
    const avoidable = (each) => (each.chains === null ? null : churn.redundant(each).reduce((sum, chain) => sum + chain.avoidableCalls, 0));
    const rate = (each) => (each.peakRate === null ? 0 : each.peakRate.perSecond);
    const sameOs = (os) => (before ? before.profiles.find((profile) => profile.os === os) : undefined);
    const tile = (value, key, was) => h('div', {class: 'tile'},
      h('div', {class: 'v'}, value), h('div', {class: 'k'}, key),
      was === undefined || was === null ? null : h('div', {class: 'd muted'}, churn.t('was', {v: was})));
    return h('div', {class: 'tiles'},
      tile(churn.number(totals.connections), churn.t('connections'), old && churn.number(old.connections)),
      tile(churn.number(rate(totals)) + '/s', churn.t('peakRate'), old && churn.number(rate(old)) + '/s'),
      tile(churn.number(totals.peakOpen), churn.t('peakOpen'), old && churn.number(old.peakOpen)),
      totals.failed ? tile(churn.number(totals.failed), churn.t('failed'), old && churn.number(old.failed)) : null,
      own ? tile(churn.number(own.peak), churn.t('timeWaitOn', {os: churn.t('os.' + own.os)}), sameOs(own.os) && churn.number(sameOs(own.os).peak)) : null,
      worst ? tile(churn.percent(worst.portUsePercent), churn.t('portsOn', {os: churn.t('os.' + worst.os)}), sameOs(worst.os) && churn.percent(sameOs(worst.os).portUsePercent)) : null,
      data.chains !== null ? tile(churn.number(avoidable(data)), churn.t('avoidableCalls'), before && before.chains !== null ? churn.number(avoidable(before)) : null) : null);
  };
})();
