'use strict';
/* Endpoints, limits, remedies, the environment, and what the words mean. */
(function () {
  const {h} = churn;

  function table(headers, rows, id) {
    return h('div', {class: 'card flush'}, h('div', {class: 'scroll'}, h('table', {id},
      h('thead', null, h('tr', null, headers.map(([word, numeric]) => h('th', {class: numeric ? 'num' : '', scope: 'col'}, word)))),
      rows)));
  }

  const num = (content) => ({content, style: 'num'});
  const name = (...content) => ({content, style: 'name'});

  /** A row of texts, elements, and what num or name made of them. */
  const cells = (row) => h('tr', null, row.map((cell) => (cell !== null && cell.style !== undefined && cell.content !== undefined
    ? h('td', {class: cell.style}, cell.content) : h('td', null, cell))));

  churn.endpoints = (data) => {
    const section = h('section', {id: 'endpoints'}, h('h2', null, churn.t('endpoints')), h('p', {class: 'lead'}, churn.t('endpointsLead')));
    if (data.endpoints.length === 0) {
      section.append(h('div', {class: 'card empty'}, churn.t('nothingOpened')));
      return section;
    }
    const body = h('tbody');
    const own = data.profiles[0];
    const sorted = data.endpoints.slice().sort((a, b) => b.connections - a.connections);
    section.append(table([[churn.t('endpoint')], [churn.t('host')], [churn.t('connections'), 1], [churn.t('peakRate'), 1], [own ? churn.t('timeWaitOn', {os: churn.t('os.' + own.os)}) : churn.t('timeWaitPeak'), 1], [churn.t('failed'), 1]], body, 'endpoint-table'));
    churn.inParts(body, sorted, 50, (endpoint) => cells([
      h('code', null, endpoint.address), endpoint.host === null ? '–' : endpoint.host,
      num(churn.number(endpoint.connections)), num(endpoint.peakRate === null ? '–' : churn.number(endpoint.peakRate.perSecond) + '/s'),
      num(churn.number(endpoint.timeWaitPeak)), num(endpoint.failed ? h('b', {class: 'worse'}, churn.number(endpoint.failed)) : '0')]), section);
    return section;
  };

  const grade = {fail: 0, null: 1, accepted: 2, pass: 3};

  churn.limits = (data) => {
    const section = h('section', {id: 'limits'}, h('h2', null, churn.t('limits')));
    if (data.limits.length === 0) {
      section.append(h('p', {class: 'lead'}, churn.t('noLimits')));
      return section;
    }
    section.append(h('p', {class: 'lead'}, churn.t('limitsLead')));
    const style = {fail: 'bad', pass: 'good', accepted: 'blue', null: 'warn'};
    const body = h('tbody');
    const sorted = data.limits.slice().sort((a, b) => grade[a.verdict] - grade[b.verdict] || (b.measured || 0) / (b.allowed || 1) - (a.measured || 0) / (a.allowed || 1));
    section.append(table([[churn.t('verdict')], [churn.t('limit')], [churn.t('subject')], [churn.t('measured'), 1], [churn.t('allowed'), 1], [churn.t('unit')]], body, 'limit-table'));
    churn.inParts(body, sorted, 50, (limit) => cells([
      h('span', {class: 'chip ' + style[limit.verdict]}, churn.t('badge.' + (limit.verdict === null ? 'unknown' : limit.verdict))),
      [h('code', null, limit.limit), limit.verdict === 'fail' ? [' ', churn.findingLink(data, limit.limit.split(':')[0])] : null],
      name(limit.subject === 'run' ? churn.t('wholeRun') : churn.breakable(limit.subject), limit.detail ? h('div', {class: 'muted'}, limit.detail) : null),
      num(h('b', {class: limit.verdict === 'fail' ? 'worse' : ''}, churn.number(limit.measured, 6))), num(churn.number(limit.allowed, 6)), churn.unit(limit.unit)]), section);
    return section;
  };

  churn.remedies = (data) => {
    const section = h('section', {id: 'remedies'}, h('h2', null, churn.t('remedies')));
    const remedies = data.remedies || [];
    if (remedies.length === 0) {
      section.append(h('p', {class: 'lead'}, churn.t('noRemedies')));
      return section;
    }
    section.append(h('p', {class: 'lead'}, churn.t('remediesLead', {os: churn.t('os.' + remedies[0].os), hops: remedies[0].hops})));
    const change = (before, after, text) => num(h('div', {class: 'ba'}, h('span', {class: 'from'}, text(before)), '→', h('b', {class: after < before ? 'better' : ''}, text(after))));
    section.append(table([[churn.t('remedy')], [churn.t('connections'), 1], [churn.t('timeWaitPeak'), 1], [churn.t('portUse'), 1]],
      h('tbody', null, remedies.map((remedy) => cells([
        name(h('span', {class: 'chip blue'}, churn.t('remedyKind.' + remedy.kind)), ' ', h('b', null, remedy.target), h('div', {class: 'muted'}, churn.remedyText(remedy))),
        change(remedy.connectionsBefore, remedy.connectionsAfter, churn.number),
        change(remedy.timeWaitPeakBefore, remedy.timeWaitPeakAfter, churn.number),
        change(remedy.portUsePercentBefore, remedy.portUsePercentAfter, churn.percent)]))), 'remedy-table'));
    return section;
  };

  churn.systems = (data) => {
    if (data.profiles.length === 0) {
      return null;
    }
    const observed = data.timeWait.observed;
    return h('section', {id: 'systems'}, h('h2', null, churn.t('systems')), h('p', {class: 'lead'}, churn.t('systemsLead')),
      table([[churn.t('system')], [churn.t('portRange'), 1], ['TIME_WAIT', 1], [churn.t('hops'), 1], [churn.t('timeWaitPeak'), 1], [churn.t('portsPeak'), 1], [churn.t('portUse'), 1], [churn.t('sustainable'), 1], [churn.t('copies'), 1], [churn.t('exhausted')]],
        h('tbody', null, data.profiles.map((profile, i) => cells([
          name(h('b', null, churn.t('os.' + profile.os)), i === 0 ? ' (' + churn.t('thisRun') + ')' : ''),
          num(churn.number(profile.ports)), num(churn.number(profile.timeWaitSeconds) + ' s'), num(String(profile.hops)),
          num(churn.number(profile.peak)), num(churn.number(profile.peakPorts)), num(churn.percent(profile.portUsePercent)),
          num(profile.sustainableRatePerSecond === null ? '–' : churn.number(profile.sustainableRatePerSecond) + '/s'), num(churn.number(profile.sustainableCopies)),
          profile.exhausted ? h('b', {class: 'worse'}, churn.time(profile.exhaustedAt)) : churn.t('no')]))), 'system-table'),
      observed ? h('p', {class: 'muted'}, churn.t('observed', {peak: churn.number(observed.peak), modelled: churn.number(observed.modelled), looks: churn.number(observed.looks)})) : null);
  };

  churn.environment = (data) => {
    const run = data.run;
    const rows = [
      ['run', run.id], ['mainClass', run.mainClass], ['host', run.host], ['pid', run.pid], ['os', run.os], ['java', run.java],
      ['startedAt', churn.date(run.startedAt)], ['endedAt', churn.date(run.endedAt)], ['duration', churn.seconds(run.durationSeconds)],
      ['complete', churn.t(run.complete ? 'yes' : 'notComplete')], ['lost', churn.number(run.lostEvents)], ['mergedRunsKey', run.mergedRuns > 1 ? churn.number(run.mergedRuns) : null]];
    const measured = data.degraded.length === 0 && run.lostEvents === 0;
    return h('section', {id: 'environment'}, h('h2', null, churn.t('environment')),
      h('div', {class: 'card'},
        h('dl', {class: 'pairs'}, rows.filter(([key, value]) => value !== null && value !== undefined).map(([key, value]) => [h('dt', null, churn.t(key)), h('dd', null, String(value))])),
        h('h3', {style: 'margin-top:14px'}, churn.t('notMeasured')),
        measured ? h('p', {class: 'muted', style: 'margin:0'}, churn.t('allMeasured')) : h('ul', {style: 'margin:0'}, data.degraded.map((line) => h('li', null, line)), run.lostEvents ? h('li', null, churn.t('lostEvents', {n: churn.number(run.lostEvents)})) : null),
        run.notes && run.notes.length ? [h('h3', {style: 'margin-top:14px'}, churn.t('notes')), h('ul', {style: 'margin:0'}, run.notes.map((line) => h('li', null, line)))] : null));
  };

  churn.findingLink = (data, id) => (data.findings && data.findings.some((finding) => finding.id === id)
    ? h('a', {href: '#finding-' + id, onclick: () => { document.getElementById('finding-' + id).open = true; }}, churn.t('readMore')) : null);

  churn.findings = (data) => {
    if (!data.findings || data.findings.length === 0) {
      return null;
    }
    const page = (finding) => h('div', {class: 'page'}, churn.markdown(finding.page), finding.uri ? h('p', null, h('a', {href: finding.uri}, finding.uri)) : null);
    return h('section', {id: 'findings'}, h('h2', null, churn.t('findings')), h('p', {class: 'lead'}, churn.t('findingsLead')),
      data.findings.map((finding) => h('details', {class: 'finding', id: 'finding-' + finding.id}, h('summary', null, h('b', null, finding.id), ' – ', finding.summary), page(finding))));
  };
})();
