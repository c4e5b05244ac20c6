'use strict';
/* Connects, open connections and modelled TIME_WAIT over time, drawn by uPlot on one common axis. */
(function () {
  const {h} = churn;
  let plots = [];
  let range = null;

  /** Says in the section which stretch is shown; null is all. */
  let tell = () => {};

  const axis = () => ({stroke: churn.css('muted'), grid: {stroke: churn.css('line'), width: 1}, ticks: {stroke: churn.css('line'), width: 1}, font: '12px system-ui, sans-serif'});

  /** Times of day for seconds since the start, as fine as the steps are. */
  function clock(start, stepSeconds) {
    return (seconds) => churn.time(start + seconds * 1000).slice(0, stepSeconds < 1 ? 12 : 8);
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

  /** All charts show the same stretch of time; those that do so already are left alone. */
  function zoomed(plot) {
    const {min, max} = plot.scales.x;
    for (const other of plots) {
      if (other.scales.x.min !== min || other.scales.x.max !== max) {
        other.setScale('x', {min, max});
      }
    }
    const full = plot.data[0];
    range = min <= full[0] && max >= full[full.length - 1] ? null : {min, max};
    tell(range);
  }

  const stepped = () => uPlot.paths.stepped({align: 1});

  function line(label, color, extra) {
    return Object.assign({label, stroke: color, width: 1.6, paths: stepped(), points: {show: false}, value: (plot, value) => churn.number(value)}, extra);
  }

  const countScale = {range: (plot, min, max) => [0, Math.max(1, max) * 1.08]};

  /** A limit far above the data gets an arcsinh scale, so that both are seen. */
  function portScale(mode) {
    return mode === 'log' ? {distr: 4, asinh: 1, range: (plot, min, max) => [0, Math.max(1, max) * 1.15]} : countScale;
  }

  /**
   * Draws the section. Of two runs the earlier one is drawn in dashes, both from their start.
   */
  churn.timeline = (data, before) => {
    const timeline = data.timeline;
    const old = before && before.timeline;
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

    tell = (stretch) => {
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
    };

    function draw() {
      const keep = range;
      for (const plot of plots) {
        plot.destroy();
      }
      plots = [];
      const width = Math.max(300, (holders[0].clientWidth || section.clientWidth || 900));
      const charts = [connectsChart(timeline, old), openChart(timeline, old), portsChart(timeline, old, what)];
      charts.forEach((chart, i) => {
        churn.empty(holders[i]).append(h('h3', null, chart.title));
        const scale = i === 2 ? portScale(mode) : countScale;
        const x = {label: churn.t(before ? 'elapsed' : 'time'), value: (plot, value) => (value === null ? '–' : label(value))};
        const plot = new uPlot(options(width, i === 2 ? 230 : 150, label, [x].concat(chart.series), scale), chart.data, holders[i]);
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

  /** The begins of the steps, in seconds. */
  function times(timeline) {
    const step = timeline.stepMillis / 1000;
    return timeline.connects.map((count, i) => i * step);
  }

  /**
   * Puts series on the axis of time, those of an earlier run behind them; where a run has no value it has
   * null.
   */
  function onAxis(timeline, series, old, oldSeries) {
    const now = [times(timeline)].concat(series);
    return old ? uPlot.join([now, [times(old)].concat(oldSeries)]) : now;
  }

  function connectsChart(timeline, old) {
    const width = timeline.stepMillis / 1000;
    const rate = (of) => of.peakConnectsPerSecond || (of.stepMillis < 1000 ? sliding(of) : of.connects.map((count) => count / (of.stepMillis / 1000)));
    const title = churn.t('connectsPerSecond');
    const series = [line(title, churn.css('accent'), {fill: fadeCss('accent', 22)})];
    const values = [rate(timeline)];
    if (old) {
      series.push(earlier());
    } else if (timeline.failed.some((count) => count > 0)) {
      series.push(line(churn.t('failedPerSecond'), churn.css('bad'), {}));
      values.push(timeline.failed.map((count) => count / width));
    }
    return {title, series, data: onAxis(timeline, values, old, old && [rate(old)])};
  }

  const earlier = () => line(churn.t('before'), churn.css('muted'), {dash: [5, 4]});

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

  function openChart(timeline, old) {
    const title = churn.t('openConnections');
    const series = [line(title, churn.css('good'), {fill: fadeCss('good', 18)})];
    if (old) {
      series.push(earlier());
    }
    return {title, series, data: onAxis(timeline, [timeline.open], old, old && [old.open])};
  }

  const systemColor = (os) => churn.css(['linux', 'windows', 'macos'].includes(os) ? os : 'custom');

  function portsChart(timeline, old, what) {
    const series = [];
    const values = [];
    timeline.systems.forEach((system, i) => {
      // Where systems have the same figures, their lines lie in each other instead of hiding one another.
      const width = 1.5 + 1.8 * (timeline.systems.length - 1 - i);
      const name = churn.t('os.' + system.os);
      series.push(line(name, systemColor(system.os), {width}));
      series.push(line(churn.t('limitOf', {os: name}), systemColor(system.os), {dash: [8, 5], width: 1.2}));
      values.push(system[what], system[what].map(() => system.ports));
    });
    const oldValues = [];
    for (const system of old ? timeline.systems : []) {
      const same = old.systems.find((each) => each.os === system.os);
      series.push(line(churn.t('os.' + system.os) + ' ' + churn.t('before'), systemColor(system.os), {dash: [2, 4], width: 1.4}));
      oldValues.push(same ? same[what] : times(old).map(() => null));
    }
    return {title: churn.t('ports.' + what), series, data: onAxis(timeline, values, old, oldValues)};
  }
})();
