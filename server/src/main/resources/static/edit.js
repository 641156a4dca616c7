// Keeps what is typed, every few seconds and on leaving, so that a closed tab loses nothing; letters that few keyboards
// have. Without it the form works as it is.
'use strict';

(() => {
  const EVERY = 4000;
  const LARGEST_ON_LEAVING = 60000;
  const form = document.getElementById('writing');
  const text = document.getElementById('text');
  const status = document.getElementById('typing');
  const letters = document.getElementById('letters');
  if (!form || !text || !status) {
    return;
  }

  let kept = text.value;
  let sending = false;
  let leaving = false;

  const body = () => new URLSearchParams(new FormData(form));

  const tell = (state, others) => {
    const words = form.dataset[state] || form.dataset.failed;
    const who = others.length ? ` ${form.dataset.others} ${others.join(', ')}.` : '';
    const told = `${words}${who}`;
    if (status.textContent !== told) {
      status.textContent = told;
    }
    status.dataset.state = state;
  };

  const keep = async () => {
    if (sending || leaving || text.value === kept) {
      return;
    }
    sending = true;
    const now = text.value;
    try {
      const answer = await fetch(form.dataset.typing, { method: 'POST', body: body(), redirect: 'error' });
      if (answer.ok) {
        kept = now;
        const [state, ...others] = (await answer.text()).split('\n').filter((line) => line);
        tell(state, others);
      } else {
        tell('failed', []);
      }
    } catch {
      tell('failed', []);
    } finally {
      sending = false;
    }
  };

  const leave = () => {
    if (!leaving && text.value !== kept) {
      const last = body();
      fetch(form.dataset.typing, {
        method: 'POST',
        body: last,
        keepalive: last.toString().length < LARGEST_ON_LEAVING,
      }).catch(() => undefined);
      kept = text.value;
    }
  };

  setInterval(keep, EVERY);
  text.addEventListener('blur', keep);
  form.addEventListener('submit', () => {
    leaving = true;
  });
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      leave();
    }
  });

  if (letters) {
    letters.hidden = false;
    letters.addEventListener('click', (event) => {
      const letter = event.target.closest('[data-letter]');
      if (letter) {
        text.setRangeText(letter.dataset.letter, text.selectionStart, text.selectionEnd, 'end');
        text.focus();
      }
    });
  }
})();
