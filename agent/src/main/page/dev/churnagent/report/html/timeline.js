'use strict';
/* Connects, open connections and modelled TIME_WAIT over time, drawn by uPlot on one common axis. */
(function () {
  const {h} = churn;
  let plots = [];
  let range = null;

  const axis = () => ({stroke: churn.css('muted'), grid: {stroke: churn.css('line'), width: 1}, ticks: {stroke: churn.css('line'), width: 1}, font: '12px system-ui, sans-serif'});

  function clock(start, stepSeconds) {
    return (seconds) => {
      const at = new Date(start + seconds * 1000);
      const two = (n, digits) => String(n).padStart(digits || 2, '0');
      const text = two(at.getUTCHours()) + ':' + two(at.getUTCMinutes()) + ':' + two(at.getUTCSeconds());
      return stepSeconds < 1 ? text + '.' + two(at.getUTCMilliseconds(), 3) : text;
    };
  }

  function options(width, height, label, series, scale) {
    return {
      width, height, series,
      legend: {live: true},
      cursor: {sync: {key: 'churn-time'}, drag: {x: true, y: false, setScale: true}, points: {size: 6}},
      scales: {x: {time: false}, y: scale},
      hooks: {setScale: [(plot, key) => {
        if (key === 'x') {
          zoomed(plot);
        }
      }]},
      axes: [
        Object.assign(axis(), {values: (plot, splits) => splits.map((value) => label(value)), space: 110}),
        Object.assign(axis(), {size: 74, values: (plot, splits) => splits.map((value) => (value === null || value < 0 ? '' : churn.number(value)))}),
      ],
    };
  }

  let zooming = false;

  /** All charts show the same stretch of time. */
  function zoomed(plot) {
    if (zooming) {
      return;
    }
    zooming = true;
    const {min, max} = plot.scales.x;
    for (const other of plots) {
      if (other !== plot && (other.scales.x.min !== min || other.scales.x.max !== max)) {
        other.setScale('x', {min, max});
      }
    }
    zooming = false;
    const full = plot.data[0];
    const whole = min <= full[0] && max >= full[full.length - 1];
    range = whole ? null : {min, max};
    if (plot.churnTold) {
      plot.churnTold(range);
    }
  }

  const stepped = () => uPlot.paths.stepped({align: 1});

  function line(label, color, extra) {
    return Object.assign({label, stroke: color, width: 1.6, paths: stepped(), points: {show: false}, value: (plot, value) => churn.number(value)}, extra);
  }

  /** Highest to be drawn; a limit far above the data gets an arcsinh scale, so that both are seen. */
  function portScale(mode) {
    return mode === 'log' ? {distr: 4, asinh: 1, range: (plot, min, max) => [0, Math.max(1, max) * 1.15]}
      : {range: (plot, min, max) => [0, Math.max(1, max) * 1.08]};
  }

  const countScale = {range: (plot, min, max) => [0, Math.max(1, max) * 1.08]};

  /**
   * Draws the section. Of two runs the earlier one is drawn in dashes, both from their start.
   */
  churn.timeline = (data, before) => {
    const timeline = data.timeline;
    const section = h('section', {id: 'timeline'}, h('h2', null, churn.t('timeline')), h('p', {class: 'lead'}, churn.t('timelineLead')));
    if (!timeline || timeline.connects.length === 0) {
      section.append(h('div', {class: 'card empty'}, churn.t('noTimeline')));
      return section;
    }
    const reset = h('button', {class: 'button', type: 'button', disabled: true, id: 'zoom-out', onclick: () => zoomOut()}, churn.t('zoomOut'));
    const told = h('span', {class: 'muted', id: 'zoom-range'});
    let mode = needsLog(timeline) ? 'log' : 'linear';
    let what = 'timeWait';
    const choice = (name, values, now, chosen) => h('span', {class: 'switch', role: 'group', 'aria-label': name},
      values.map((value) => h('button', {type: 'button', 'aria-pressed': String(value === now()), onclick: (event) => {
        chosen(value);
        for (const other of event.target.parentNode.children) {
          other.setAttribute('aria-pressed', String(other === event.target));
        }
        draw();
      }}, churn.t(name + '.' + value))));
    const holders = [h('div', {class: 'chart', id: 'chart-connects'}), h('div', {class: 'chart', id: 'chart-open'}), h('div', {class: 'chart', id: 'chart-ports'})];
    section.append(
      h('div', {class: 'tools'},
        choice('series', ['timeWait', 'usedPorts'], () => what, (value) => { what = value; }),
        choice('scale', ['log', 'linear'], () => mode, (value) => { mode = value; }),
        h('span', {class: 'muted'}, churn.t('dragToZoom')), h('span', {class: 'grow'}), told, reset),
      h('div', {class: 'card'}, holders));

    function zoomOut() {
      const full = plots[0].data[0];
      plots[0].setScale('x', {min: full[0], max: full[full.length - 1]});
    }

    const start = Date.parse(timeline.startedAt);
    const stepSeconds = timeline.stepMillis / 1000;
    const label = before ? (seconds) => churn.number(seconds, 2) + ' s' : clock(start, stepSeconds);

    function tell(stretch) {
      reset.disabled = stretch === null;
      if (stretch === null) {
        told.textContent = '';
        return;
      }
      let connects = 0;
      timeline.connects.forEach((count, i) => {
        const at = i * stepSeconds;
        connects += at + stepSeconds > stretch.min && at < stretch.max ? count : 0;
      });
      told.textContent = churn.t('zoomTold', {from: label(stretch.min), to: label(stretch.max), n: churn.number(connects)});
    }

    function draw() {
      const keep = range;
      for (const plot of plots) {
        plot.destroy();
      }
      plots = [];
      const width = Math.max(300, (holders[0].clientWidth || section.clientWidth || 900));
      const charts = [connectsChart(timeline, before), openChart(timeline, before), portsChart(timeline, before, what)];
      charts.forEach((chart, i) => {
        churn.empty(holders[i]).append(h('h3', null, chart.title));
        const scale = i === 2 ? portScale(mode) : countScale;
        const x = {label: churn.t(before ? 'elapsed' : 'time'), value: (plot, value) => (value === null ? '–' : label(value))};
        const plot = new uPlot(options(width, i === 2 ? 230 : 150, label, [x].concat(chart.series), scale), chart.data, holders[i]);
        plot.churnTold = i === 0 ? tell : null;
        plots.push(plot);
      });
      if (keep !== null) {
        plots[0].setScale('x', keep);
      }
      churn.plots = plots;
    }

    churn.drawTimeline = draw;
    return section;
  };

  function needsLog(timeline) {
    return timeline.systems.some((system) => system.ports > 8 * Math.max(1, ...system.usedPorts));
  }

  /** The begins of the steps in seconds, and where the last one ends. */
  function times(timeline) {
    const step = timeline.stepMillis / 1000;
    return timeline.connects.map((count, i) => i * step);
  }

  /** Puts series of two runs on one axis; where a run has no value it has null. */
  function joined(now, before, pick) {
    const tables = [[times(now)].concat(pick(now))];
    if (before && before.timeline) {
      tables.push([times(before.timeline)].concat(pick(before.timeline)));
    }
    return tables.length === 1 ? tables[0] : uPlot.join(tables);
  }

  function connectsChart(timeline, before) {
    const perSecond = (of) => of.connects.map((count) => count / (of.stepMillis / 1000));
    const width = timeline.stepMillis / 1000;
    const rate = (of) => of.peakConnectsPerSecond || (of.stepMillis < 1000 ? sliding(of) : perSecond(of));
    const series = [line(churn.t('connectsPerSecond'), churn.css('accent'), {fill: fadeCss('accent', 22)})];
    const anyFailed = timeline.failed.some((count) => count > 0);
    if (before && before.timeline) {
      series.push(line(churn.t('before'), churn.css('muted'), {dash: [5, 4]}));
      return {title: churn.t('connectsPerSecond'), series, data: joined(timeline, before, (of) => [rate(of)])};
    }
    const data = [times(timeline), rate(timeline)];
    if (anyFailed) {
      series.push(line(churn.t('failedPerSecond'), churn.css('bad'), {}));
      data.push(timeline.failed.map((count) => count / width));
    }
    return {title: churn.t('connectsPerSecond'), series, data};
  }

  /** Connects of the last second at each step: where steps are shorter, one step says too little. */
  function sliding(timeline) {
    const steps = Math.max(1, Math.round(1000 / timeline.stepMillis));
    let sum = 0;
    return timeline.connects.map((count, i) => {
      sum += count - (i >= steps ? timeline.connects[i - steps] : 0);
      return sum;
    });
  }

  function fadeCss(variable, percent) {
    const color = churn.css(variable);
    const probe = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
    return probe ? `rgba(${parseInt(probe[1], 16)},${parseInt(probe[2], 16)},${parseInt(probe[3], 16)},${percent / 100})` : color;
  }

  function openChart(timeline, before) {
    const series = [line(churn.t('openConnections'), churn.css('good'), {fill: fadeCss('good', 18)})];
    if (before && before.timeline) {
      series.push(line(churn.t('before'), churn.css('muted'), {dash: [5, 4]}));
    }
    return {title: churn.t('openConnections'), series, data: joined(timeline, before, (of) => [of.open])};
  }

  function portsChart(timeline, before, what) {
    const series = [];
    timeline.systems.forEach((system, i) => {
      // Where systems have the same figures, their lines lie in each other instead of hiding one another.
      const width = 1.5 + 1.8 * (timeline.systems.length - 1 - i);
      const color = churn.css(['linux', 'windows', 'macos'].includes(system.os) ? system.os : 'custom');
      const name = churn.t('os.' + system.os);
      series.push(line(name, color, {width}));
      series.push(line(churn.t('limitOf', {os: name}), color, {dash: [8, 5], width: 1.2}));
    });
    let pick = (of) => [].concat(...of.systems.map((system) => [system[what], system[what].map(() => system.ports)]));
    if (before && before.timeline) {
      for (const system of timeline.systems) {
        const color = churn.css(['linux', 'windows', 'macos'].includes(system.os) ? system.os : 'custom');
        series.push(line(churn.t('os.' + system.os) + ' ' + churn.t('before'), color, {dash: [2, 4], width: 1.4}));
      }
      const tables = [[times(timeline)].concat(pick(timeline))];
      const old = before.timeline;
      tables.push([times(old)].concat(timeline.systems.map((system) => {
        const same = old.systems.find((each) => each.os === system.os);
        return same ? same[what] : times(old).map(() => null);
      })));
      return {title: churn.t('ports.' + what), series, data: uPlot.join(tables)};
    }
    return {title: churn.t('ports.' + what), series, data: [times(timeline)].concat(pick(timeline))};
  }
})();
