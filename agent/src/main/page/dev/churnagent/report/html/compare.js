'use strict';
/* Two runs: what got worse and better, as the command line's diff judged it. */
(function () {
  const {h} = churn;
  const SHOWN = 30;

  churn.changeStyle = (change) => ({worse: 'bad', new: 'warn', better: 'good', gone: 'good', mixed: 'warn'}[change] || '');

  const percentNames = ['portUsePercent'];
  const text = (figure, value) => (value === null || value === undefined ? '–'
    : percentNames.includes(figure.name) ? churn.percent(value) : churn.number(value, 3));

  function figure(each) {
    const moved = each.before !== null && each.after !== null && each.before !== 0 ? (100 * (each.after - each.before)) / each.before : null;
    return h('div', {style: 'white-space:nowrap'}, h('span', {class: 'muted'}, churn.figureName(each.name) + ' '),
      text(each, each.before), ' → ', h('b', {class: each.change}, text(each, each.after)),
      moved === null || each.change === 'same' ? null : h('span', {class: 'muted'}, ' (' + (moved > 0 ? '+' : '') + churn.number(moved, 0) + ' %)'));
  }

  const chip = (change) => h('span', {class: 'chip ' + churn.changeStyle(change)}, churn.t('change.' + change));

  function list(title, entries, name) {
    const changed = entries.filter((entry) => entry.change !== 'same');
    if (changed.length === 0) {
      return null;
    }
    const body = h('tbody');
    const card = h('div', {class: 'card flush'}, h('h3', {style: 'padding:12px 14px 0'}, title), h('div', {class: 'scroll'}, h('table', null, body)));
    churn.inParts(body, changed, SHOWN, (entry) => {
      const figures = (entry.figures || []).filter((each) => each.change !== 'same' || entry.change === 'new' || entry.change === 'gone');
      return h('tr', null, h('td', null, chip(entry.change)), h('td', {class: 'name'}, name(entry)), h('td', null, figures.slice(0, 5).map(figure)));
    }, card);
    return card;
  }

  /** The section that stands in the verdict's place first. */
  churn.changes = (diff) => {
    const style = {worse: 'bad', mixed: 'bad', better: 'good'}[diff.verdict] || '';
    return h('section', {id: 'changes', style: 'margin-top:14px'},
      h('div', {class: 'banner ' + style},
        h('h2', null, h('span', {class: 'badge ' + style}, churn.t('change.' + diff.verdict)),
          churn.t('comparedWith', {id: diff.before.id, at: churn.date(diff.before.startedAt)})),
        h('p', {class: 'muted', style: 'margin:0'}, churn.t('tolerance', {n: churn.number(diff.tolerancePercent)})),
        diff.notes && diff.notes.length ? h('ul', null, diff.notes.map((note) => h('li', null, note))) : null,
        h('div', {style: 'columns:260px 3;margin-top:8px'}, diff.totals.map(figure))),
      list(churn.t('sites'), diff.sites, (entry) => h('code', null, entry.site)),
      list(churn.t('chains'), diff.chains, (entry) => [h('code', null, entry.root), ' → ', h('code', null, entry.target)]),
      list(churn.t('endpoints'), diff.endpoints || [], (entry) => h('code', null, entry.address)),
      list(churn.t('systems'), diff.systems || [], (entry) => churn.t('os.' + entry.os)),
      list(churn.t('limits'), diff.limits || [], (entry) => [h('code', null, entry.limit), ' ', entry.subject, h('span', {class: 'muted'}, ' ' + (entry.before || '–') + ' → ' + (entry.after || '–'))]));
  };

  /** By the id of a site in the later run: its change, and its connections before. */
  churn.siteChanges = (diff) => {
    const changes = new Map();
    for (const entry of diff.sites) {
      if (entry.after !== null && entry.after !== undefined) {
        const connections = (entry.figures || []).find((each) => each.name === 'connections');
        changes.set(entry.after, {change: entry.change, before: connections && connections.before !== null ? connections.before : 0});
      }
    }
    return changes;
  };
})();
