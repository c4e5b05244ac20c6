'use strict';
/* The table of call sites: sorts, filters, and opens each to its details. Rows are made as they are needed. */
(function () {
  const {h} = churn;
  const PART = 100;
  const CLOSERS = ['local', 'peer', 'reset', 'unknown'];

  const columns = () => [
    {key: 'name', word: 'site', text: true, value: (site) => site.text},
    {key: 'signature', word: 'signature', text: true, value: (site) => site.signature || '~'},
    {key: 'connections', word: 'connections', value: (site) => site.connections},
    {key: 'rate', word: 'peakRate', value: (site) => site.rate},
    {key: 'lifetime', word: 'lifetimeP50', value: (site) => (site.lifetimeMillis === null ? -1 : site.lifetimeMillis.p50)},
    {key: 'closed', word: 'closedFirst', value: (site) => (site.closed ? site.closedFirst.local / site.closed : -1)},
    {key: 'open', word: 'peakOpen', value: (site) => site.peakOpen},
    {key: 'failed', word: 'failed', value: (site) => site.failed},
  ];

  const chipStyle = {'close-first': 'bad', leak: 'bad', hoard: 'warn', reset: 'warn', 'peer-first': 'warn', pooled: 'good'};

  churn.signatureChip = (signature) => (signature === null ? null
    : h('span', {class: 'chip ' + (chipStyle[signature] || ''), title: churn.t('means.' + signature)}, signature));

  churn.sites = (data, changes) => {
    const section = h('section', {id: 'sites'}, h('h2', null, churn.t('sites')), h('p', {class: 'lead'}, churn.t('sitesLead')));
    if (data.sites.length === 0) {
      section.append(h('div', {class: 'card empty'}, churn.t('nothingOpened')));
      return section;
    }
    const all = data.sites;
    const cols = columns();
    if (changes) {
      cols.splice(3, 0, {key: 'was', word: 'beforeCount', value: (site) => (changes.get(site.id) || {before: 0}).before});
    }
    for (const site of all) {
      site.search = (site.text + ' ' + (site.signature || '') + ' ' + site.kind + ' ' + library(site) + ' ' + site.endpoints.map((each) => each.address).join(' ') + ' ' + (site.scopes || []).map((each) => each.name).join(' ')).toLowerCase();
    }
    const most = all.reduce((max, site) => Math.max(max, site.connections), 1);
    const state = {sort: 'connections', down: true, text: '', signature: '', kind: ''};
    const body = h('tbody');
    const told = h('span', {class: 'muted', id: 'site-count', 'aria-live': 'polite'});
    let rows = all;
    let shown = 0;
    const moreButton = h('button', {class: 'button', type: 'button', id: 'more-sites', onclick: () => add(PART)});
    const more = h('div', {class: 'more'}, moreButton);

    function select() {
      const words = state.text.toLowerCase().split(/\s+/).filter((word) => word);
      rows = all.filter((site) => (!state.signature || site.signature === state.signature) && (!state.kind || site.kind === state.kind) && words.every((word) => site.search.includes(word)));
      const column = cols.find((each) => each.key === state.sort);
      const sign = state.down ? -1 : 1;
      const keys = new Map(rows.map((site) => [site, column.value(site)]));
      rows.sort((a, b) => {
        const one = keys.get(a), other = keys.get(b);
        return sign * (column.text ? one < other ? -1 : one > other ? 1 : 0 : one - other);
      });
      churn.empty(body);
      shown = 0;
      told.textContent = churn.t('sitesShown', {n: churn.number(rows.length), of: churn.number(all.length)});
      add(PART);
    }

    function add(count) {
      const next = rows.slice(shown, shown + count);
      shown += next.length;
      body.append(...next.map((site) => row(site)));
      more.hidden = shown >= rows.length;
      moreButton.textContent = churn.t('more', {n: churn.number(rows.length - shown)});
    }

    function row(site) {
      const change = changes ? changes.get(site.id) : null;
      const opener = h('button', {class: 'opener', type: 'button', 'aria-label': site.text},
        h('span', {class: 'pack'}, churn.breakable(site.name.slice(0, site.class.length - churn.simpleClass(site.class).length)), h('wbr')),
        h('b', null, churn.breakable(churn.simpleClass(site.class) + (site.method === null ? '' : '.' + site.method))),
        site.line === null ? '' : h('span', {class: 'pack'}, ':' + site.line));
      const line = h('tr', {class: 'site', 'data-id': site.id, 'aria-expanded': 'false', onclick: () => toggle(line, site)},
        h('td', {class: 'name'}, opener, site.kind === 'application' ? null : h('span', {class: 'chip', style: 'margin-left:8px'}, churn.t('kind.' + site.kind)), site.attribution === 'handoff' ? h('span', {class: 'chip blue', style: 'margin-left:6px'}, churn.t('handoff')) : null,
          site.library ? h('span', {class: 'chip library', style: 'margin-left:6px', title: churn.t('openedBy', {library: library(site), site: site.text})}, library(site)) : null,
          change && change.change !== 'same' ? h('span', {class: 'chip ' + churn.changeStyle(change.change), style: 'margin-left:6px'}, churn.t('change.' + change.change)) : null),
        h('td', null, churn.signatureChip(site.signature)),
        h('td', {class: 'num'}, h('span', {class: 'meter'}, h('i', {style: `width:${(100 * site.connections) / most}%`}), h('span', null, churn.number(site.connections)))),
        changes ? h('td', {class: 'num muted'}, change ? churn.number(change.before) : '–') : null,
        h('td', {class: 'num'}, site.peakRate === null ? '–' : churn.number(site.peakRate.perSecond) + '/s'),
        h('td', {class: 'num'}, site.lifetimeMillis === null ? '–' : churn.millis(site.lifetimeMillis.p50)),
        h('td', null, closes(site)),
        h('td', {class: 'num'}, churn.number(site.peakOpen)),
        h('td', {class: 'num'}, site.failed ? h('b', {class: 'worse'}, churn.number(site.failed)) : '0'));
      return line;
    }

    function toggle(line, site) {
      const open = line.getAttribute('aria-expanded') === 'true';
      line.setAttribute('aria-expanded', String(!open));
      if (open) {
        line.nextSibling.remove();
      } else {
        const cell = h('td', {colspan: cols.length});
        line.after(h('tr', {class: 'details'}, cell));
        churn.withStacks(data, () => cell.append(h('div', null, details(data, site))));
      }
    }

    function sortBy(column, header) {
      state.down = state.sort === column.key ? !state.down : !column.text;
      state.sort = column.key;
      for (const other of header.parentNode.children) {
        other.removeAttribute('aria-sort');
      }
      header.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
      select();
    }

    const options = (values, words) => values.map((value) => h('option', {value}, words(value)));
    const used = (pick) => [...new Set(all.map(pick).filter((value) => value !== null))].sort();
    const head = h('tr', null, cols.map((column) => {
      const header = h('th', {class: column.text || column.key === 'closed' ? '' : 'num', scope: 'col', 'data-key': column.key, 'aria-sort': column.key === state.sort ? 'descending' : null},
        h('button', {type: 'button', onclick: () => sortBy(column, header)}, churn.t(column.word)));
      return header;
    }));
    let waiting = 0;
    section.append(
      h('div', {class: 'tools'},
        h('input', {type: 'search', id: 'site-filter', placeholder: churn.t('filterSites'), 'aria-label': churn.t('filterSites'), oninput: (event) => {
          clearTimeout(waiting);
          waiting = setTimeout(() => { state.text = event.target.value; select(); }, 80);
        }}),
        h('select', {id: 'site-signature', 'aria-label': churn.t('signature'), onchange: (event) => { state.signature = event.target.value; select(); }},
          h('option', {value: ''}, churn.t('anySignature')), options(used((site) => site.signature), (value) => value)),
        h('select', {id: 'site-kind', 'aria-label': churn.t('kind'), onchange: (event) => { state.kind = event.target.value; select(); }},
          h('option', {value: ''}, churn.t('anyKind')), options(used((site) => site.kind), (value) => churn.t('kind.' + value))),
        h('span', {class: 'grow'}), told),
      h('div', {class: 'card flush'}, h('div', {class: 'scroll'}, h('table', {id: 'site-table'}, h('thead', null, head), body)), more),
      h('p', {class: 'muted'}, CLOSERS.map((kind) => h('span', {class: 'key'}, h('i', {class: kind}), churn.t('closed.' + kind)))));
    select();
    return section;
  };

  function closes(site) {
    if (site.closed === 0) {
      return h('span', {class: 'muted'}, '–');
    }
    const counts = site.closedFirst;
    const kinds = CLOSERS.filter((kind) => counts[kind] > 0);
    return h('div', {class: 'stack', role: 'img', 'aria-label': kinds.map((kind) => churn.t('closed.' + kind) + ' ' + counts[kind]).join(', '), title: kinds.map((kind) => churn.t('closed.' + kind) + ': ' + churn.number(counts[kind])).join('\n')},
      kinds.map((kind) => h('i', {class: kind, style: `flex:${counts[kind]}`})));
  }

  function details(data, site) {
    const pairs = (rows) => h('dl', {class: 'pairs'}, rows.filter((row) => row).map(([key, value]) => [h('dt', null, key), h('dd', null, value)]));
    const percentiles = (figures, text) => (figures === null ? '–' : `p50 ${text(figures.p50)} · p90 ${text(figures.p90)} · p99 ${text(figures.p99)} · max ${text(figures.max)}`);
    const remedies = (data.remedies || []).filter((remedy) => concerns(remedy, site, data));
    return [
      site.signature === null ? null : h('p', null, churn.signatureChip(site.signature), ' ', churn.t('means.' + site.signature), ' ',
        h('b', null, churn.t('cure')), ' ', churn.t('cure.' + site.signature), ' ', churn.findingLink(data, site.signature)),
      (site.causes || []).map((cause, at) => h('p', null, h('span', {class: 'chip'}, churn.t('cause')), ' ', causeText(site, cause, (site.causeDetails || [])[at]))),
      remedies.map((remedy) => h('p', null, h('span', {class: 'chip blue'}, churn.t('remedyKind.' + remedy.kind)), ' ', churn.remedyText(remedy), ' ', h('span', {class: 'muted'}, churn.remedyFigures(remedy)))),
      h('div', {class: 'grid'},
        h('div', null, h('h4', null, churn.t('figures')), pairs([
          [churn.t('connections'), churn.number(site.connections) + (site.meanRatePerSecond === null ? '' : ' (' + churn.t('mean', {n: churn.number(site.meanRatePerSecond)}) + ')')],
          site.peakRate === null ? null : [churn.t('peakRate'), churn.number(site.peakRate.perSecond) + '/s, ' + churn.time(site.peakRate.at)],
          [churn.t('openAtEnd'), churn.number(site.openAtEnd)],
          site.failed ? [churn.t('failed'), site.failures.map((each) => each.kind + ' ' + churn.number(each.count)).join(', ')] : null,
          site.abandoned ? [churn.t('abandoned'), churn.number(site.abandoned)] : null,
          [churn.t('connectTime'), percentiles(site.connectMicros, (micros) => churn.millis(micros / 1000))],
          [churn.t('lifetime'), percentiles(site.lifetimeMillis, churn.millis)],
          site.library ? [churn.t('library'), library(site)] : null,
          [churn.t('closedFirst'), CLOSERS.filter((kind) => site.closedFirst[kind]).map((kind) => churn.t('closed.' + kind) + ' ' + churn.number(site.closedFirst[kind])).join(', ') || '–'],
        ])),
        h('div', null, h('h4', null, churn.t('lifetimes')), histogram(site)),
        (site.closedBy || []).length ? h('div', null, h('h4', null, churn.t('closedBy')), closers(site)) : null,
        h('div', null, h('h4', null, churn.t('endpoints')), counts(site.endpoints.map((each) => [each.address, each.connections]))),
        site.scopes && site.scopes.length ? h('div', null, h('h4', null, churn.t('scopes')), counts(site.scopes.map((each) => [each.name, each.connections]))) : null),
      h('h4', {style: 'margin-top:14px'}, churn.t('stacks', {n: churn.number(site.stacks.length)})),
      churn.inParts(h('div'), site.stacks, 3, (stack) => trace(data, site, stack))];
  }

  /** The report's own sentence is English. */
  function causeText(site, sentence, details) {
    if (churn.language === 'en' || !details) {
      return sentence;
    }
    const built = details.builtAt === null ? '' : churn.t('cause.builtAt', {at: details.builtAt});
    return churn.t('cause.' + details.kind, {n: churn.number(details.count), of: churn.number(site.connections), client: details.client, built,
      objects: details.objects === null ? '' : churn.number(details.objects)});
  }

  function trace(data, site, stack) {
    return h('div', null,
      h('p', {class: 'muted', style: 'margin:0'}, churn.t('times', {n: churn.number(stack.connections)})),
      h('pre', {class: 'trace'}, churn.frames(data, stack.node).map((frame) =>
        h('span', {class: frame === site.text ? 'hit' : churn.isJdk(frame) ? 'dim' : ''}, frame + '\n'))));
  }

  function counts(rows) {
    return churn.inParts(h('div'), rows, 12, ([name, count]) => h('div', {style: 'display:flex;gap:10px;justify-content:space-between'}, h('span', {class: 'mono', style: 'overflow-wrap:anywhere'}, name), h('span', {class: 'num'}, churn.number(count))));
  }

  /* The libraries between the application and the connection, in words. */
  function library(site) {
    const named = (each) => each.name + (each.version === null ? '' : ' ' + each.version);
    if (!site.library) {
      return '';
    }
    return site.transport ? churn.t('over', {library: named(site.library), transport: named(site.transport)}) : named(site.library);
  }

  function closers(site) {
    return churn.inParts(h('div'), site.closedBy, 12, (closer) => h('div', {class: 'closer', style: 'display:flex;gap:10px;justify-content:space-between'},
      h('span', null,
        closer.kind === 'garbage-collection' ? h('span', {class: 'chip bad'}, churn.t('byCollector')) : h('span', {class: 'mono', style: 'overflow-wrap:anywhere'}, closer.site),
        closer.library ? [' ', h('span', {class: 'chip'}, library(closer))] : null,
        closer.handedOverBy === null ? null : h('div', {class: 'muted'}, churn.t('closingHanded', {site: closer.handedOverBy}))),
      h('span', {class: 'num'}, churn.number(closer.connections))));
  }

  function concerns(remedy, site, data) {
    if (remedy.kind === 'cache') {
      const root = remedy.target.replace('#', '.') + '(';
      return site.stacks.some((stack) => churn.frames(data, stack.node).some((frame) => frame.startsWith(root)));
    }
    return remedy.kind === 'reuse' && (remedy.how.includes(site.text) || site.endpoints.some((each) => each.address === remedy.target));
  }

  function histogram(site) {
    const buckets = site.lifetimeHistogram;
    if (!buckets || buckets.length === 0) {
      return h('p', {class: 'muted'}, '–');
    }
    const most = buckets.reduce((max, bucket) => Math.max(max, bucket.connections), 1);
    return [
      h('div', {class: 'histogram', role: 'img', 'aria-label': buckets.map((bucket) => '≤ ' + churn.millis(bucket.upToMillis) + ': ' + bucket.connections).join(', ')},
        buckets.map((bucket) => h('div', {style: `height:${bucket.connections ? Math.max(2, (100 * bucket.connections) / most) : 0}%`, title: '≤ ' + churn.millis(bucket.upToMillis) + ': ' + churn.number(bucket.connections)}))),
      h('div', {class: 'histogram-axis'}, h('span', null, '≤ ' + churn.millis(buckets[0].upToMillis)), h('span', null, '≤ ' + churn.millis(buckets[buckets.length - 1].upToMillis)))];
  }
})();
