// Keeps what is typed, soon after each pause and on leaving, so that a closed tab loses nothing; letters that few
// keyboards have. Without it the form works as it is.
'use strict';

(() => {
  const PAUSE = 2500;
  const LONGEST = 10000;
  const SLOWEST = 60000;
  const LARGEST_ON_LEAVING = 60000;
  const form = document.getElementById('writing');
  const text = document.getElementById('text');
  const status = document.getElementById('typing');
  const words = document.getElementById('telling')?.dataset;
  const letters = document.getElementById('letters');
  if (!form || !text || !status || !words) {
    return;
  }

  let kept = text.value;
  let since = 0;
  let failures = 0;
  let timer;
  let sending = false;
  let submitting = false;

  const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });

  const tell = (state, others) => {
    const who = others.length ? ` ${words.others} ${others.join(', ')}.` : '';
    const told = `${words[state].replace('%', clock())}${who}`;
    if (status.textContent !== told) {
      status.textContent = told;
    }
    status.dataset.state = state;
  };

  const failed = (state) => {
    failures += 1;
    tell(state, []);
    plan();
  };

  // Only what the server says that it has is kept.
  const send = async (leaving) => {
    const now = text.value;
    const body = new URLSearchParams(new FormData(form));
    const keepalive = leaving && body.toString().length < LARGEST_ON_LEAVING;
    try {
      const answer = await fetch(words.typing, { method: 'POST', body, redirect: 'manual', keepalive });
      if (answer.ok) {
        const [state, hash, ...others] = (await answer.text()).split('\n').filter((line) => line);
        kept = now;
        since = 0;
        failures = 0;
        form.elements.follows.value = hash;
        tell(state, others);
      } else {
        failed(answer.type === 'opaqueredirect' || answer.status === 401 ? 'out' : 'refused');
      }
    } catch {
      failed('failed');
    }
  };

  const keep = async () => {
    if (sending || submitting || text.value === kept) {
      return;
    }
    sending = true;
    await send(false);
    sending = false;
    plan();
  };

  const plan = () => {
    clearTimeout(timer);
    if (submitting || text.value === kept) {
      return;
    }
    since = since || Date.now();
    const wait = failures
      ? Math.min(SLOWEST, PAUSE * 2 ** Math.min(failures, 6))
      : Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now()));
    timer = setTimeout(keep, wait);
  };

  text.addEventListener('input', plan);
  text.addEventListener('blur', keep);
  window.addEventListener('online', keep);
  form.addEventListener('submit', () => {
    submitting = true;
    clearTimeout(timer);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      submitting = false;
      plan();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !submitting && text.value !== kept) {
      send(true);
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (!submitting && failures && text.value !== kept) {
      event.preventDefault();
    }
  });

  if (letters) {
    letters.hidden = false;
    letters.addEventListener('click', (event) => {
      const letter = event.target.closest('[data-letter]');
      if (letter) {
        text.setRangeText(letter.dataset.letter, text.selectionStart, text.selectionEnd, 'end');
        text.focus();
        plan();
      }
    });
  }
})();
