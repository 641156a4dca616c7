// Passkeys in a form: <form data-passkey="create|get" data-challenge="PATH" data-prefix="">.
// At its submission the form's own fields go to PATH, which answers {challenge, publicKey}; the browser asks the
// person; the answer goes into the fields PREFIXchallenge and PREFIXcredential, and the form leaves as any form does.
'use strict';

(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join(''))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const known = (list) =>
    (list || []).map(({ type, id, transports }) => ({
      type,
      id: bytes(id),
      ...(transports ? { transports } : {}),
    }));

  const creation = (options) => ({
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
  });

  const request = (options) => ({
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: known(options.allowCredentials),
  });

  const told = (credential) => {
    const { response } = credential;
    const part = (name) => (response[name] ? { [name]: text(response[name]) } : {});
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        ...part('clientDataJSON'),
        ...part('attestationObject'),
        ...part('authenticatorData'),
        ...part('signature'),
        ...part('userHandle'),
        ...(response.getTransports ? { transports: response.getTransports() } : {}),
      },
    });
  };

  const reasons = {
    NotAllowedError: 'cancelled',
    AbortError: 'cancelled',
    InvalidStateError: 'known',
    NotSupportedError: 'unsupported',
    SecurityError: 'address',
  };

  const complain = (form, reason, sentence) => {
    const problem = form.querySelector('[data-problem]');
    const words = form.querySelector(`template[data-reason="${reason}"]`);
    problem.textContent = sentence || words.content.textContent.trim();
    problem.hidden = false;
    problem.focus();
  };

  const answered = async (form) => {
    const reply = await fetch(form.dataset.challenge, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: 'application/json, application/problem+json' },
      credentials: 'same-origin',
      redirect: 'error',
    }).catch(() => null);
    if (reply === null) {
      complain(form, 'network');
      return false;
    }
    if (reply.status === 422) {
      return true; // A field is wrong: the form's own page says which.
    }
    const body = await reply.json().catch(() => ({}));
    if (!reply.ok) {
      complain(form, 'refused', body.detail);
      return false;
    }
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: creation(body.publicKey) })
      : await navigator.credentials.get({ publicKey: request(body.publicKey) });
    form.elements[`${form.dataset.prefix}challenge`].value = body.challenge;
    form.elements[`${form.dataset.prefix}credential`].value = told(credential);
    return true;
  };

  const begin = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const button = form.querySelector('button[type="submit"]');
    form.querySelector('[data-problem]').hidden = true;
    if (!window.PublicKeyCredential) {
      complain(form, 'unsupported');
      return;
    }
    button.disabled = true;
    try {
      if (await answered(form)) {
        form.submit();
        return;
      }
    } catch (problem) {
      complain(form, reasons[problem.name] || 'failed');
    }
    button.disabled = false;
  };

  // A link carries its secret behind "#", which no server sees: it goes into the form, and out of the address.
  const secret = document.querySelector('input[data-from-address]');
  if (secret && location.hash.length > 1) {
    secret.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }

  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    form.addEventListener('submit', begin);
  });
})();
