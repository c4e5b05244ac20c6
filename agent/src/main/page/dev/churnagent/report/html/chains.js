'use strict';
/* Redundant chains as small diagrams: who runs which steps, and how often each of them fetches. */
(function () {
  const {h, s} = churn;
  const SHOWN_STEPS = 9;
  const ROW = 40;
  const BOX = 28;

  churn.chains = (data) => {
    const section = h('section', {id: 'chains'}, h('h2', null, churn.t('chains')));
    if (data.chains === null) {
      section.append(h('div', {class: 'card empty'}, churn.t('noFetches')));
      return section;
    }
    const redundant = churn.redundant(data);
    const others = data.chains.filter((chain) => !redundant.includes(chain));
    section.append(h('p', {class: 'lead'}, churn.t(redundant.length ? 'chainsLead' : 'chainsNone')));
    churn.inParts(section, redundant, 8, (chain) => card(data, chain));
    if (others.length) {
      section.append(h('details', null, h('summary', null, churn.t('otherChains', {n: churn.number(others.length)})),
        churn.inParts(h('div', {style: 'margin-top:10px'}), others, 8, (chain) => card(data, chain))));
    }
    if (data.polls && data.polls.length) {
      section.append(polls(data));
    }
    return section;
  };

  function card(data, chain) {
    const redundant = chain.avoidableCalls > 0 && chain.ignored === null;
    return h('div', {class: 'card chain'},
      h('div', {class: 'title'},
        h('span', {class: 'chip ' + (redundant ? 'bad' : '')}, churn.t('shape.' + chain.shape)),
        h('b', {title: chain.root + ' → ' + chain.target}, churn.shortMethod(chain.root)),
        h('span', {class: 'muted'}, churn.t('chainFigures', {
          calls: churn.number(chain.calls), answers: churn.number(chain.distinctResults), avoidable: churn.number(chain.avoidableCalls),
          connections: churn.number(chain.avoidableConnections), n: churn.number(chain.occurrences)}))),
      diagram(chain, redundant),
      h('p', {class: 'advice'}, advice(chain, redundant), redundant ? [' ', churn.findingLink(data, 'redundant-chain')] : null),
      chain.ignored !== null ? h('p', {class: 'muted'}, churn.t('ignoredFor', {reason: chain.ignored})) : null);
  }

  function advice(chain, redundant) {
    if (churn.language === 'en') {
      return chain.advice;
    }
    if (!redundant) {
      return churn.t(chain.distinctArguments > 1 ? 'adviceMany' : 'adviceNone', {n: churn.number(chain.distinctArguments)});
    }
    return churn.t(churn.isThread(chain.root) ? 'adviceThread' : 'adviceShape.' + chain.shape, {root: chain.root, target: chain.target}) + churn.t(chain.avoidableConnections ? 'sparesBoth' : 'sparesCalls', {
      calls: churn.number(chain.avoidableCalls), of: churn.number(chain.calls), connections: churn.number(chain.avoidableConnections)});
  }

  /** Cuts a name in the middle to about so many characters. */
  function cut(text, most) {
    return text.length <= most ? text : text.slice(0, Math.ceil(most * 0.6) - 1) + '…' + text.slice(text.length - Math.floor(most * 0.4));
  }

  function box(x, y, width, text, style, full) {
    return s('g', null,
      s('title', null, full || text),
      s('rect', {x, y, width, height: BOX, rx: 7, class: 'box ' + style}),
      s('text', {x: x + width / 2, y: y + BOX / 2 + 4.5, 'text-anchor': 'middle'}, cut(text, Math.floor(width / 7.2))));
  }

  function arrow(x1, y1, x2, y2, style, marker) {
    const middle = (x1 + x2) / 2;
    return s('path', {d: `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2 - 6} ${y2}`, class: style, 'marker-end': `url(#${marker})`});
  }

  let ids = 0;

  function markers(id) {
    const head = (name, color) => s('marker', {id: name + id, viewBox: '0 0 8 8', refX: 2, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: 'userSpaceOnUse', orient: 'auto'},
      s('path', {d: 'M0 0 L8 4 L0 8 z', style: 'fill:' + color}));
    return s('defs', null, head('flow', 'var(--muted)'), head('spare', 'var(--bad)'));
  }

  /** Root, steps in order of time, the fetch; the count on each arrow; a pin where one fetch would do. */
  function diagram(chain, redundant) {
    const id = ++ids;
    const steps = chain.steps.slice(0, SHOWN_STEPS);
    const left = chain.steps.length - steps.length;
    const rows = steps.length + (left ? 1 : 0);
    const nested = chain.shape === 'nested';
    const top = 34;
    const height = top + rows * ROW + 8;
    const svg = s('svg', {viewBox: `0 0 960 ${height}`, role: 'img', 'aria-label': label(chain)}, markers(id));
    const rootY = top + (nested ? 0 : ((rows - 1) * ROW) / 2);
    const fetchY = top + ((rows - 1) * ROW) / 2;
    const flow = 'flow' + id;
    const spare = (redundant ? 'spare' : 'flow') + id;
    const fetchStyle = redundant ? 'spare' : 'flow';
    const hand = chain.shape === 'fan-out' ? ' hand' : '';
    if (!nested) {
      svg.append(box(6, rootY, 250, churn.shortMethod(chain.root), 'root', chain.root));
    }
    const counts = [];
    steps.forEach((step, i) => {
      const y = top + i * ROW;
      const x = nested ? 6 + i * 34 : 370;
      const width = nested ? 250 : 250;
      const isRoot = step === chain.root;
      const line = chain.lines[i];
      if (!nested) {
        svg.append(arrow(256, rootY + BOX / 2, x, y + BOX / 2, 'flow' + hand, flow));
        if (line !== null && line !== undefined) {
          svg.append(s('text', {x: x - 62, y: y + BOX / 2 - 4, class: 'small halo'}, churn.t('line', {n: line})));
        }
      } else if (i > 0) {
        svg.append(s('path', {d: `M${x - 20} ${y - ROW + BOX} V${y + BOX / 2} H${x - 6}`, class: 'flow', 'marker-end': `url(#${flow})`}));
      }
      svg.append(box(x, y, width, churn.shortMethod(step), isRoot ? 'root' : '', step));
      svg.append(arrow(x + width, y + BOX / 2, 700, fetchY + BOX / 2, fetchStyle, spare));
      const calls = chain.stepCalls ? chain.stepCalls[i] : null;
      if (calls !== null) {
        counts.push(s('text', {x: x + width + 16, y: y + BOX / 2 + (rows > 1 ? -5 : -6), class: 'count'}, '× ' + churn.number(calls)));
      }
    });
    if (left) {
      svg.append(s('text', {x: 380, y: top + steps.length * ROW + 18, class: 'small'}, churn.t('moreSteps', {n: left})));
    }
    if (chain.shape === 'loop') {
      svg.append(s('path', {d: `M420 ${top} C420 ${top - 30} 570 ${top - 30} 570 ${top - 5}`, class: 'flow', 'marker-end': `url(#${flow})`}),
        s('text', {x: 495, y: top - 20, class: 'small', 'text-anchor': 'middle'}, churn.t('again')));
    }
    svg.append(...counts);
    svg.append(box(700, fetchY, 252, churn.shortMethod(chain.target), 'fetch', chain.target + (chain.arguments ? ' ' + chain.arguments : '')));
    svg.append(s('text', {x: 826, y: fetchY + BOX + 15, class: 'small', 'text-anchor': 'middle'}, churn.t('fetched', {n: churn.number(chain.calls), answers: churn.number(chain.distinctResults)})));
    if (redundant) {
      const text = churn.t('fetchHere');
      const width = 18 + text.length * (churn.language === 'zh' ? 12.5 : 6.6);
      const y = (nested ? top : rootY) - 27;
      svg.append(s('g', {class: 'hoist'},
        s('rect', {x: 6, y, width, height: 19, rx: 9, class: 'pin'}),
        s('path', {d: `M22 ${y + 19} l5 6 l5 -6 z`, class: 'pin'}),
        s('text', {x: 6 + width / 2, y: y + 13.5, 'text-anchor': 'middle', class: 'pintext'}, text)));
    }
    return svg;
  }

  function label(chain) {
    return chain.root + ': ' + chain.steps.join(', ') + ' → ' + chain.target;
  }

  function polls(data) {
    const byId = new Map((data.requests || []).map((request) => [request.id, request]));
    const rows = data.polls.map((poll) => h('tr', null,
      h('td', {class: 'name'}, (byId.get(poll.request) || {target: poll.request}).target),
      h('td', null, poll.site),
      h('td', {class: 'num'}, churn.number(poll.calls)), h('td', {class: 'num'}, churn.number(poll.distinctResults)),
      h('td', {class: 'num'}, churn.millis(poll.meanIntervalMillis))));
    return h('details', {style: 'margin-top:12px'}, h('summary', null, churn.t('polls', {n: churn.number(rows.length)})),
      h('div', {class: 'card flush scroll', style: 'margin-top:10px'}, h('table', null,
        h('thead', null, h('tr', null, h('th', null, churn.t('request')), h('th', null, churn.t('site')), h('th', {class: 'num'}, churn.t('calls')), h('th', {class: 'num'}, churn.t('answers')), h('th', {class: 'num'}, churn.t('interval')))),
        h('tbody', null, rows.slice(0, 200)))));
  }
})();
