'use strict';
/* Where connections come from: all stacks as one graph, outermost caller on top, width by connections. */
(function () {
  const {h} = churn;
  const ROW = 19;
  const NARROWEST = 1.2;

  /** The tree of methods: lines of one method are one node. Each node of the page's tree is seen once. */
  function tree(data) {
    const {frames, parent, frame} = data.tree;
    const own = new Set(data.sites.filter((site) => site.kind === 'application').map((site) => site.name));
    const names = frames.map(churn.frameMethod);
    const styles = names.map((name) => style(name, own));
    const root = {name: churn.t('allConnections'), count: 0, children: new Map(), style: '', parent: null, depth: 0};
    const counts = new Float64Array(parent.length);
    for (const site of data.sites) {
      for (const stack of site.stacks) {
        counts[stack.node] += stack.connections;
      }
    }
    // A parent comes before its children.
    for (let i = parent.length - 1; i > 0; i--) {
      counts[parent[i]] += counts[i];
    }
    root.count = counts[0];
    const nodes = [root];
    for (let i = 1; i < parent.length; i++) {
      const above = nodes[parent[i]];
      const name = names[frame[i]];
      let node = above.children.get(name);
      if (node === undefined) {
        node = {name, count: 0, children: new Map(), style: styles[frame[i]], parent: above, depth: above.depth + 1};
        above.children.set(name, node);
      }
      node.count += counts[i];
      nodes.push(node);
    }
    return root;
  }

  function style(name, own) {
    return own.has(name) ? 'app' : churn.isJdk(name) ? '' : 'lib';
  }

  function short(name) {
    const dot = name.lastIndexOf('.');
    const before = name.lastIndexOf('.', dot - 1);
    return before < 0 ? name : name.slice(before + 1);
  }

  churn.flame = (data) => {
    const section = h('section', {id: 'flame'}, h('h2', null, churn.t('flame')), h('p', {class: 'lead'}, churn.t('flameLead')));
    if (data.totals.connections === 0) {
      section.append(h('div', {class: 'card empty'}, churn.t('nothingOpened')));
      return section;
    }
    const graph = h('div', {class: 'flame', id: 'flame-graph'});
    const hint = h('div', {class: 'flamehint', id: 'flame-hint'});
    let root = null;
    let focus = null;
    let text = '';
    const reset = h('button', {class: 'button', type: 'button', disabled: true, onclick: () => show(root)}, churn.t('zoomOut'));
    section.append(
      h('div', {class: 'tools'},
        h('input', {type: 'search', id: 'flame-search', placeholder: churn.t('searchMethods'), 'aria-label': churn.t('searchMethods'), oninput: (event) => { text = event.target.value.toLowerCase(); start(); }}),
        h('span', {class: 'grow'}),
        h('span', {class: 'key'}, h('i', {style: 'background:var(--flame-app)'}), churn.t('flameSite')), h('span', {class: 'key'}, h('i', {style: 'background:var(--flame-lib)'}), churn.t('flameCode')), h('span', {class: 'key'}, h('i', {style: 'background:var(--flame-jdk)'}), 'JDK'), reset),
      h('div', {class: 'card'}, h('div', {class: 'flamebox'}, graph), hint));

    function show(node) {
      focus = node;
      reset.disabled = node === root;
      draw();
    }

    function draw() {
      churn.empty(graph);
      const width = graph.clientWidth || section.clientWidth || 900;
      let deepest = 0;
      const cells = document.createDocumentFragment();
      function cell(node, left, size, above) {
        deepest = Math.max(deepest, node.depth);
        const hit = text !== '' && node.name.toLowerCase().includes(text);
        const share = (100 * node.count) / root.count;
        const told = node.name + ' · ' + churn.t('times', {n: churn.number(node.count)}) + ' · ' + churn.percent(share);
        cells.append(h('div', {
          class: node.style + (hit ? ' found' : '') + (above ? ' above' : ''), title: told,
          style: `left:${left}px;top:${node.depth * ROW}px;width:${size}px`,
          onclick: () => show(node), onmouseenter: () => { hint.textContent = told; }},
        size > 24 ? short(node.name) : ''));
      }
      for (let up = focus.parent; up !== null; up = up.parent) {
        cell(up, 0, width, true);
      }
      const waiting = [[focus, 0, width]];
      while (waiting.length) {
        const [node, left, size] = waiting.pop();
        cell(node, left, size, false);
        let at = left;
        const children = [...node.children.values()].sort((a, b) => b.count - a.count);
        for (const child of children) {
          const part = (size * child.count) / node.count;
          if (part < NARROWEST) {
            break;
          }
          waiting.push([child, at, part]);
          at += part;
        }
      }
      graph.style.height = (deepest + 1) * ROW + 'px';
      graph.append(cells);
      if (text !== '') {
        const found = count();
        hint.textContent = churn.t('foundShare', {percent: churn.percent((100 * found) / root.count)});
      }

      /** Connections below any method that matches, each once. */
      function count() {
        let found = 0;
        const waiting = [root];
        while (waiting.length) {
          const next = waiting.pop();
          if (next !== root && next.name.toLowerCase().includes(text)) {
            found += next.count;
          } else {
            waiting.push(...next.children.values());
          }
        }
        return found;
      }
    }

    // With many stacks this takes a while, and it stands far below what is read first.
    const near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        near.disconnect();
        start();
      }
    }, {rootMargin: '600px'});
    near.observe(section);

    function start() {
      churn.withStacks(data, () => {
        if (root === null) {
          root = tree(data);
          focus = root;
        }
        draw();
      });
    }

    churn.drawFlame = (now) => {
      if (root !== null || now) {
        start();
      }
    };
    return section;
  };
})();
