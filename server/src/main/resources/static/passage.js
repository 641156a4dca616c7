// Words that a reader selects in a text are what their observation is about: this fills the form that carries them to
// the page where it is written. Without this script the part is chosen from a list there, and the words are typed.
'use strict';

(() => {
  const AROUND = 40;
  const LONGEST = 2000;
  const text = document.querySelector('[data-passages]');
  const form = document.querySelector('[data-passage]');
  if (!text || !form) {
    return;
  }
  const shown = form.querySelector('.passage-quote');
  const field = (name) => form.elements.namedItem(name);

  // The line that holds a place: what the server calls a line is a paragraph, a heading or a cell's paragraph.
  const lineOf = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element.closest('p, h1, h2, h3, h4, h5, h6, td, th, caption, li');
  };

  // The part that a line is of: the last one that began before it, or with it.
  const partOf = (line) => {
    let found = '';
    for (const part of text.querySelectorAll('[data-wid]')) {
      if (part !== line && !(part.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        break;
      }
      found = part.dataset.wid || found;
    }
    return found;
  };

  const wordsBetween = (startNode, startOffset, endNode, endOffset) => {
    const range = document.createRange();
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    return range.toString();
  };

  const chosen = () => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) {
      return null;
    }
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer)) {
      return null;
    }
    const line = lineOf(range.startContainer);
    if (!line || !text.contains(line)) {
      return null;
    }
    // An observation is about words of one line: a longer selection ends with its first one.
    const within = line.contains(range.endContainer);
    const quote = within
      ? range.toString()
      : wordsBetween(range.startContainer, range.startOffset, line, line.childNodes.length);
    if (quote.trim() === '') {
      return null;
    }
    const before = wordsBetween(line, 0, range.startContainer, range.startOffset);
    const after = within ? wordsBetween(range.endContainer, range.endOffset, line, line.childNodes.length) : '';
    return {
      part: partOf(line),
      quote: quote.slice(0, LONGEST),
      prefix: before.slice(-AROUND),
      suffix: after.slice(0, AROUND),
    };
  };

  const update = () => {
    const passage = chosen();
    if (!passage) {
      return;
    }
    for (const name of Object.keys(passage)) {
      field(name).value = passage[name];
    }
    const words = passage.quote.trim();
    shown.textContent = '«\u00a0' + (words.length > 160 ? words.slice(0, 160) + '…' : words) + '\u00a0»';
    form.hidden = false;
  };

  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 200);
  });
})();
