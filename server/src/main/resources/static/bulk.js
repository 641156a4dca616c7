// Keys for long lists of which many lines are worked on at once: j and k move, the space bar or x choose, a letter goes to
// what is assigned. Turned off with the console's other keys; without it everything is done with the mouse or Tab.
'use strict';

(() => {
  const list = document.querySelector('[data-rows]');
  const form = list?.closest('form');
  if (!form) {
    return;
  }
  const rows = [...list.querySelectorAll('[data-row]')];
  const count = form.querySelector('[data-count]');
  const box = (row) => row.querySelector('input[type=checkbox]');
  let at = -1;

  const off = () => {
    try {
      return localStorage.getItem('danaya-keys-off') === 'yes';
    } catch {
      return document.getElementById('keys-off')?.checked;
    }
  };

  const move = (by) => {
    at = Math.min(rows.length - 1, Math.max(0, at + by));
    rows[at].tabIndex = -1;
    rows[at].focus();
    rows[at].scrollIntoView({ block: 'nearest' });
  };

  const told = () => {
    if (count) {
      const chosen = rows.filter((row) => box(row)?.checked).length;
      count.textContent = `${count.dataset.words} ${chosen}`;
    }
  };

  const choose = () => {
    const tick = at >= 0 ? box(rows[at]) : undefined;
    if (tick) {
      tick.checked = !tick.checked;
      told();
    }
  };

  // The letter of each choice: that of a disposition, or of what a change comes from.
  const LETTERS = {
    a: ['answer', 'accepted'],
    m: ['answer', 'partly-accepted'],
    r: ['answer', 'rejected'],
    s: ['answer', 'moot'],
    u: ['answer', 'duplicate'],
    l: ['answer', 'postponed'],
    g: ['answer', 'to-arbitrate'],
    o: ['source', 'observation'],
    d: ['source', 'decision'],
    e: ['source', 'editorial'],
  };
  const NEXT = {
    accepted: 'reason', 'partly-accepted': 'reason', rejected: 'reason', moot: 'reason', duplicate: 'other',
    postponed: 'target', 'to-arbitrate': 'arbitration', observation: 'observation', decision: 'decision', editorial: 'note',
  };

  const assign = (name, value) => {
    const radio = form.querySelector(`input[type=radio][name="${name}"][value="${value}"]`);
    if (!radio) {
      return false;
    }
    radio.checked = true;
    form.querySelector(`[name="${NEXT[value]}"]:not([type=radio])`)?.focus();
    return true;
  };

  list.addEventListener('focusin', (event) => {
    const row = event.target.closest('[data-row]');
    if (row) {
      at = rows.indexOf(row);
    }
  });
  list.addEventListener('change', told);
  if (rows.some((row) => box(row)?.checked)) {
    told();
  }

  // What is ticked isn't kept on another page, nor by a button that is about one line alone; a file that is taken away
  // leaves this page as it is.
  let staying = false;
  form.addEventListener('submit', (event) => {
    staying = !event.submitter?.hasAttribute('formaction');
  });
  window.addEventListener('pageshow', () => {
    staying = false;
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link) {
      staying =
        link.hasAttribute('download') ||
        /[?&]format=/.test(link.search) ||
        /\.(docx|pdf)$/.test(link.pathname);
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (!staying && rows.some((row) => box(row)?.checked)) {
      event.preventDefault();
    }
  });

  document.addEventListener('keydown', (event) => {
    const ticking = event.target.matches('input[type=checkbox], input[type=radio]');
    const typing = !ticking && event.target.closest('input, select, textarea, button, a[href], [contenteditable]');
    const dialog = document.querySelector('dialog[open]');
    if (off() || dialog || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (typing && !(event.target.matches('a[href]') && event.key !== ' ')) {
      return;
    }
    let done = true;
    if (event.key === 'j' || event.key === 'k') {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'x' || (event.key === ' ' && event.target.matches('[data-row]'))) {
      choose();
    } else {
      done = Object.hasOwn(LETTERS, event.key) && assign(...LETTERS[event.key]);
    }
    if (done) {
      event.preventDefault();
    }
  });
})();
