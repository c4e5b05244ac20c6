'use strict';
/* Puts the page together, again whenever language or theme changes. */
(function () {
  const {h, s} = churn;
  const remembered = (key) => {
    try {
      return localStorage.getItem('churn-' + key);
    } catch (e) {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem('churn-' + key, value);
    } catch (e) {
      // From disk, some browsers store nothing.
    }
  };

  let page = null;

  function theme() {
    const chosen = remembered('theme');
    return chosen === 'light' || chosen === 'dark' ? chosen : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  function bar(sections) {
    const pressed = (value, now, label, title, act) => h('button', {type: 'button', 'aria-pressed': String(value === now), title, lang: title, onclick: act}, label);
    return h('header', {class: 'bar'}, h('div', {class: 'wrap'},
      h('span', {class: 'brand'}, s('svg', {viewBox: '0 0 16 16', 'aria-hidden': 'true'}, s('path', {d: 'M2.2 8a5.8 5.8 0 0 1 10.2-3.8M13.8 8a5.8 5.8 0 0 1-10.2 3.8', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.1, 'stroke-linecap': 'round'}), s('path', {d: 'M12.9 1.4v3.3H9.6M3.1 14.6v-3.3h3.3', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round'})), 'churn-agent'),
      h('nav', {'aria-label': churn.t('contents')}, sections.map((section) => h('a', {href: '#' + section.id}, section.querySelector('h2').textContent))),
      h('span', {class: 'switch', role: 'group', 'aria-label': 'Language / 语言'},
        pressed('en', churn.language, 'EN', 'en', () => speak('en')), pressed('zh', churn.language, '中文', 'zh-CN', () => speak('zh'))),
      h('span', {class: 'switch'}, h('button', {type: 'button', id: 'theme', 'aria-label': churn.t('theme'), title: churn.t('theme'), onclick: () => paint(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark', true)}, '◐'))));
  }

  function speak(language) {
    remember('language', language);
    churn.language = language;
    build();
  }

  function paint(name, keep, whole) {
    document.documentElement.dataset.theme = name;
    if (keep) {
      remember('theme', name);
    }
    draw(whole);
  }

  /** Draws what depends on colours and width; with whole, also what nobody has scrolled to yet. */
  function draw(whole) {
    churn.forgetColors();
    for (const part of [churn.drawTimeline, churn.drawFlame]) {
      if (part) {
        part(whole);
      }
    }
  }

  function build() {
    const {data, before, diff} = page;
    churn.drawTimeline = churn.drawFlame = null;
    document.documentElement.lang = churn.language === 'zh' ? 'zh-CN' : 'en';
    document.title = (data.run.mainClass ? churn.simpleClass(data.run.mainClass) : data.run.id) + ' – churn-agent';
    const changes = diff ? churn.siteChanges(diff) : null;
    const sections = [
      churn.timeline(data, before), churn.chains(data), churn.sites(data, changes), churn.flame(data), churn.endpoints(data),
      churn.limits(data), churn.remedies(data), churn.systems(data), churn.environment(data), churn.findings(data)].filter((section) => section !== null);
    churn.empty(document.getElementById('page')).append(
      bar(sections),
      h('main', {class: 'wrap'},
        churn.head(data), diff ? churn.changes(diff) : null, churn.incomplete(data), churn.verdict(data), churn.first(data), churn.tiles(data, before), sections,
        h('footer', null, churn.t('madeBy', {version: page.version || ''}))));
    draw();
    watch(sections);
  }

  /** Marks in the bar which section is read. */
  function watch(sections) {
    const links = new Map([...document.querySelectorAll('.bar nav a')].map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) {
          links.forEach((link) => link.classList.remove('here'));
          links.get(entry.target.id).classList.add('here');
        }
      }
    }, {rootMargin: '-30% 0px -60% 0px'});
    sections.forEach((section) => seen.observe(section));
  }

  let width = 0;
  let resizing = 0;

  async function start() {
    const all = await churn.read('churn-data');
    page = {data: churn.index(all.report), before: all.before ? churn.index(all.before) : null, diff: all.diff || null, version: all.version};
    page.data.findings = all.findings;
    const chosen = remembered('language');
    churn.language = chosen === 'en' || chosen === 'zh' ? chosen : (navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
    document.documentElement.dataset.theme = theme();
    build();
    width = innerWidth;
    addEventListener('resize', () => {
      clearTimeout(resizing);
      resizing = setTimeout(() => {
        if (innerWidth !== width) {
          width = innerWidth;
          draw();
        }
      }, 120);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(theme(), false));
    // Paper is white.
    let shown = null;
    addEventListener('beforeprint', () => {
      shown = document.documentElement.dataset.theme;
      paint('light', false, true);
    });
    addEventListener('afterprint', () => paint(shown || theme(), false));
    document.documentElement.dataset.ready = 'true';
    performance.mark('churn-ready');
    // First the page is drawn.
    setTimeout(() => churn.withStacks(page.data, () => {
      document.documentElement.dataset.stacks = 'true';
    }), 100);
    if (location.hash.length > 1) {
      const target = document.getElementById(location.hash.slice(1));
      if (target) {
        target.open = true;
        target.scrollIntoView();
      }
    }
  }

  start().catch((error) => {
    document.documentElement.dataset.ready = 'false';
    document.getElementById('page').append(h('pre', {class: 'wrap'}, 'This page could not be shown: ' + error));
    throw error;
  });
})();
