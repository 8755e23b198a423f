// The chat page without it works by links and forms alone. It adds two things: completion while a command is typed
// (a combobox), and answers put in place. It writes text, never HTML, as the page's Trusted Types demand.

/** @typedef {{ readonly line: string, readonly about: string }} Choice */

const EVERY = 30_000; // milliseconds between two looks for new digests
const line = /** @type {HTMLInputElement | null} */ (document.querySelector('#line'));
const log = document.querySelector('.log');
const status = document.querySelector('.status');
if (line && log && status) {
  complete(line);
  postInPlace(line, log, status);
  refreshInbox();
}

/**
 * Offers lines that a command may become, by the keys of a combobox: the arrows choose, Enter or Tab takes, Escape closes.
 * @param {HTMLInputElement} field
 */
function complete(field) {
  const choices = listChoices(field);
  let asked = 0;
  const offer = async () => {
    const [typed, number] = [field.value, ++asked];
    choices.narrow(typed);
    const found = typed.startsWith('/') ? await choicesFor(typed) : [];
    if (number === asked) choices.show(found.filter(({ line }) => line.trim() !== typed.trim()));
  };
  const close = () => {
    asked++;
    choices.show([]);
  };
  const take = (/** @type {Element} */ option) => {
    field.value = option.getAttribute('data-line') ?? '';
    field.focus();
    void offer();
  };
  field.addEventListener('input', offer);
  field.addEventListener('blur', close);
  field.form?.addEventListener('submit', close);
  field.addEventListener('keydown', (event) => {
    const chosen = choices.chosen();
    if (choices.list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') choices.move(1);
    else if (event.key === 'ArrowUp') choices.move(-1);
    else if (event.key === 'Escape') close();
    else if (chosen && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(chosen);
    else return;
    event.preventDefault();
  });
  choices.list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
  choices.list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element && target.closest('li');
    if (option) take(option);
  });
}

/**
 * The list above the field, of which one line may be chosen, and how long it is for those who hear the page.
 * @param {HTMLInputElement} field
 */
function listChoices(field) {
  const count = document.createElement('span');
  Object.assign(count, { className: 'heard', role: 'status' });
  const list = document.createElement('ul');
  Object.assign(list, { id: 'choices', className: 'choices', role: 'listbox', ariaLabel: 'Commands' });
  field.removeAttribute('list');
  field.after(list, count);
  Object.assign(field, { role: 'combobox', ariaAutoComplete: 'list' });
  field.setAttribute('aria-controls', list.id);
  const choose = (/** @type {Element | undefined} */ option) => {
    for (const each of list.children) each.ariaSelected = String(each === option);
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  /** @type {readonly Choice[]} */
  let shown = [];
  const show = (/** @type {readonly Choice[]} */ choices) => {
    shown = choices;
    list.replaceChildren(...choices.map(optionOf));
    list.hidden = choices.length === 0;
    field.ariaExpanded = String(!list.hidden);
    choose(undefined);
    count.textContent = ['', '1 suggestion'][choices.length] ?? `${choices.length} suggestions`;
  };
  const narrow = (/** @type {string} */ typed) => show(shown.filter(({ line }) => line.startsWith(typed)));
  const move = (/** @type {number} */ by) => {
    const options = [...list.children];
    const at = options.findIndex((option) => option.ariaSelected === 'true');
    choose(options[at < 0 && by < 0 ? options.length - 1 : at + by]);
  };
  show([]);
  return { list, show, narrow, move, chosen: () => list.querySelector('[aria-selected=true]') };
}

/**
 * @param {Choice} choice
 * @param {number} at
 */
function optionOf({ line, about }, at) {
  const option = document.createElement('li');
  Object.assign(option, { id: `choice-${at}`, role: 'option', textContent: line });
  option.setAttribute('data-line', line);
  const detail = document.createElement('span');
  detail.textContent = about;
  if (about !== '') option.append(' ', detail);
  return option;
}

/**
 * @param {string} typed
 * @returns {Promise<readonly Choice[]>}
 */
async function choicesFor(typed) {
  try {
    const response = await fetch(`/complete?line=${encodeURIComponent(typed)}`);
    return response.ok ? (await response.json()).choices : [];
  } catch {
    return [];
  }
}

/**
 * Sends the page's forms and puts the answer below the others. Who typed goes on typing and is told; who pressed a button is
 * led to the answer.
 * @param {HTMLInputElement} field
 * @param {Element} log
 * @param {Element} status
 */
function postInPlace(field, log, status) {
  let isBusy = false;
  document.addEventListener('submit', async (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    status.textContent = 'Looking it up …';
    const isTyped = form === field.form;
    try {
      const turn = (await load('POST', addressOf(form), fieldsOf(form, submitter))).querySelector(
        '.turns > li',
      );
      status.textContent = '';
      if (turn) show(document.adoptNode(turn), isTyped);
      if (isTyped) field.value = '';
      else if (form.closest('details.ask')) closeQuestion(form);
    } catch {
      status.textContent = 'Dossier did not answer. Is it still running? Try again.';
    }
    isBusy = false;
  });

  const show = (/** @type {Element} */ turn, /** @type {boolean} */ isTyped) => {
    const latest = document.querySelector('#latest');
    if (latest) latest.id = latest.querySelector('h2')?.id.replace('asked', 'turn') ?? '';
    log.ariaLive = isTyped ? 'polite' : 'off'; // the focus says it already
    log.querySelector('.turns')?.append(turn);
    history.replaceState(null, '', '/#latest'); // where a reload begins
    turn.scrollIntoView({ block: 'start' });
    if (turn instanceof HTMLElement && !isTyped) turn.focus({ preventScroll: true });
  };
}

/** @param {HTMLFormElement} form */
function addressOf(form) {
  return form.getAttribute('action') ?? ''; // form.action may be its field of that name
}

/** @param {HTMLFormElement} form */
function closeQuestion(form) {
  form.reset();
  form.closest('details')?.removeAttribute('open');
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 * @returns {URLSearchParams | FormData}
 */
function fieldsOf(form, submitter) {
  if (form.enctype === 'multipart/form-data') return new FormData(form);
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  if (submitter instanceof HTMLButtonElement && submitter.name !== '')
    fields.append(submitter.name, submitter.value);
  return fields;
}

/** Looks for new digests while the page is in view. */
function refreshInbox() {
  const look = async () => {
    const shown = document.querySelector('#inbox');
    if (document.hidden || !shown) return;
    const inbox = await load('GET', '/inbox').then(
      (page) => page.querySelector('#inbox'),
      () => null,
    );
    if (inbox && inbox.textContent !== shown.textContent) shown.replaceWith(document.adoptNode(inbox));
  };
  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}

/**
 * Loads a page as a document, which XMLHttpRequest makes of it by itself.
 * @param {'GET' | 'POST'} method
 * @param {string} address
 * @param {URLSearchParams | FormData | null} body
 * @returns {Promise<Document>}
 */
function load(method, address, body = null) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.setRequestHeader('x-in-place', '1');
    request.onload = () =>
      request.status === 200 && request.response
        ? resolve(request.response)
        : reject(new Error('Not answered'));
    request.onerror = reject;
    request.send(body);
  });
}
