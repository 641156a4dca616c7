// Keys of the console. The list of them is the dialog #keys, which the page brings along; a person may turn them off in
// it (WCAG 2.2, 2.1.4), which this browser remembers.
'use strict';

(() => {
  const OFF = 'danaya-keys-off';
  const dialog = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const off = document.getElementById('keys-off');
  if (!dialog || !opener || !off) {
    return;
  }

  const remembered = () => {
    try {
      return localStorage.getItem(OFF) === 'yes';
    } catch {
      return false;
    }
  };

  const remember = (value) => {
    try {
      localStorage.setItem(OFF, value ? 'yes' : 'no');
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the page.
    }
  };

  const show = () => {
    off.checked = remembered();
    dialog.showModal();
  };

  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) {
      link.click();
    }
  };

  const actions = {
    '?': show,
    '/': () => document.querySelector('.filters input:not([type=hidden]), .filters select')?.focus(),
    h: () => follow('.sections li:first-child a'),
    n: () => follow('main a[rel=next]'),
    p: () => follow('main a[rel=prev]'),
    t: () => document.querySelector('main .scroll')?.focus(),
  };

  opener.hidden = false;
  opener.addEventListener('click', show);
  off.addEventListener('change', () => remember(off.checked));

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea, [contenteditable]');
    if (remembered() || typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const section = /^[1-9]$/.test(event.key)
      ? () => follow(`.sections li:nth-child(${Number(event.key) + 1}):not(.to-sections) a`)
      : undefined;
    const action = actions[event.key] || section;
    if (action) {
      event.preventDefault();
      action();
    }
  });
})();
