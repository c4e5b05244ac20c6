'use strict';
/* Elements and numbers. Every text gets in as a text node: nothing of a report is ever parsed as HTML. */
var churn = window.churn || {};
window.churn = churn;

(function () {
  const SVG = 'http://www.w3.org/2000/svg';

  function fill(element, attributes, children) {
    for (const name in attributes) {
      const value = attributes[name];
      if (value === null || value === undefined || value === false) {
        continue;
      }
      if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value);
      } else {
        element.setAttribute(name, value === true ? '' : value);
      }
    }
    append(element, children);
    return element;
  }

  function append(element, children) {
    for (const child of children) {
      if (Array.isArray(child)) {
        append(element, child);
      } else if (child !== null && child !== undefined && child !== false) {
        element.append(child);
      }
    }
  }

  /** Makes an HTML element: h('p', {class: 'x'}, 'text', element, ...). */
  churn.h = (tag, attributes, ...children) =>
    fill(document.createElement(tag), attributes, children);

  /** The same for SVG. */
  churn.s = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  churn.empty = (element) => {
    element.replaceChildren();
    return element;
  };

  let colors = new Map();

  /** A colour of the style sheet, for a canvas. Asked once: each question may lay out the page. */
  churn.css = (variable) => {
    if (!colors.has(variable)) {
      colors.set(variable, getComputedStyle(document.documentElement).getPropertyValue('--' + variable).trim());
    }
    return colors.get(variable);
  };

  churn.forgetColors = () => {
    colors = new Map();
  };

  const locale = () => (churn.language === 'zh' ? 'zh-CN' : 'en-US');
  const formats = {};

  churn.number = (value, decimals) => {
    if (value === null || value === undefined) {
      return '–';
    }
    const most = decimals === undefined ? (Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0) : decimals;
    const key = locale() + most;
    formats[key] = formats[key] || new Intl.NumberFormat(locale(), {maximumFractionDigits: most});
    return formats[key].format(value);
  };

  churn.percent = (value) => {
    if (value === null || value === undefined) {
      return '–';
    }
    return value > 0 && value < 0.1 ? '< 0.1 %' : churn.number(value, value < 10 ? 1 : 0) + ' %';
  };

  churn.millis = (value) => {
    if (value === null || value === undefined) {
      return '–';
    }
    if (value < 1) {
      return churn.number(value * 1000, 0) + ' µs';
    }
    if (value < 1000) {
      return churn.number(value, value < 10 ? 1 : 0) + ' ms';
    }
    return churn.seconds(value / 1000);
  };

  churn.seconds = (value) => {
    if (value < 120) {
      return churn.number(value, value < 10 ? 1 : 0) + ' s';
    }
    if (value < 7200) {
      return churn.number(value / 60, 1) + ' min';
    }
    return value < 172800 ? churn.number(value / 3600, 1) + ' h' : churn.number(value / 86400, 1) + ' d';
  };

  /** The time of day in UTC, with milliseconds. */
  churn.time = (iso) => (iso ? new Date(iso).toISOString().slice(11, 23) : '–');

  churn.date = (iso) => (iso ? iso.slice(0, 10) + ' ' + iso.slice(11, 19) + ' UTC' : '–');

  /** A long name that may break after each dot instead of anywhere. */
  churn.breakable = (name) => name.split(/(?<=[.#/])/).map((part, i) => (i === 0 ? part : [churn.h('wbr'), part]));

  /** Whether a chain's root is no method, but all that a thread does. */
  churn.isThread = (root) => root === 'java.lang.Thread#run';

  /** Short names: com.acme.Flow#run as Flow#run; an HTTP request stays as it is. */
  churn.shortMethod = (name) => {
    const hash = name.indexOf('#');
    if (hash < 0) {
      return name;
    }
    return name.slice(name.lastIndexOf('.', hash) + 1);
  };

  /** Whether a frame or a method is the JDK's. */
  churn.isJdk = (name) => /^(java|javax|jdk|sun|com\.sun)\./.test(name);

  /** Adds the first few to a parent, and a button for more to it, or to another element. */
  churn.inParts = (parent, items, size, make, place) => {
    let shown = 0;
    const button = churn.h('button', {class: 'button', type: 'button', onclick: () => add()});
    const more = churn.h('div', {class: 'more'}, button);
    function add() {
      more.remove();
      const next = items.slice(shown, shown + size);
      shown += next.length;
      parent.append(...next.map(make));
      if (shown < items.length) {
        button.textContent = churn.t('more', {n: churn.number(items.length - shown)});
        (place || parent).append(more);
      }
    }
    add();
    return parent;
  };

  churn.simpleClass = (name) => name.slice(name.lastIndexOf('.') + 1);

  /** A frame without its place: com.acme.StepA.run(StepA.java:42) as com.acme.StepA.run. */
  churn.frameMethod = (frame) => {
    const open = frame.lastIndexOf('(');
    return open < 0 ? frame : frame.slice(0, open);
  };
})();
