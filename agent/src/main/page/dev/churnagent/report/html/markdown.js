'use strict';
/* The pages of findings: the little Markdown that they use, made into elements, its texts into text nodes. */
(function () {
  const {h} = churn;

  /** Bold, code and links within a line of text. */
  function inline(text) {
    return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
      if (part.startsWith('**')) {
        return h('b', null, part.slice(2, -2));
      }
      if (part.startsWith('`')) {
        return h('code', null, part.slice(1, -1));
      }
      const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(part);
      return link ? h('a', {href: link[2]}, link[1]) : part;
    });
  }

  /** Makes elements of a page; its title is left out. */
  churn.markdown = (page) => {
    const parts = [];
    let text = null;
    let list = null;
    let code = null;
    for (const line of page.split('\n')) {
      if (line.startsWith('```')) {
        if (code === null) {
          code = [];
        } else {
          parts.push(h('pre', {class: 'trace'}, code.join('\n')));
          code = null;
        }
        text = list = null;
      } else if (code !== null) {
        code.push(line);
      } else if (line.trim() === '' || line.startsWith('# ')) {
        text = list = null;
      } else if (line.startsWith('## ')) {
        parts.push(h('h4', null, inline(line.slice(3))));
        text = list = null;
      } else if (line.startsWith('- ')) {
        if (list === null) {
          list = {items: []};
          parts.push(list);
        }
        list.items.push(line.slice(2));
        text = null;
      } else if (list !== null && line.startsWith('  ')) {
        list.items[list.items.length - 1] += ' ' + line.trim();
      } else if (text !== null) {
        text.text += ' ' + line.trim();
      } else {
        text = {text: line};
        parts.push(text);
        list = null;
      }
    }
    return parts.map((part) => (part.items ? h('ul', null, part.items.map((item) => h('li', null, inline(item)))) : part.text !== undefined ? h('p', null, inline(part.text)) : part));
  };
})();
