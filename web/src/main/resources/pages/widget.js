/*
 * The chat of a Shopbell bot, for any page: <script src="https://…/widget.js" defer></script>
 *
 * data-title="…"   what stands at the head of the chat (default: the page's title)
 * data-open        opens the chat when the page loads
 * data-api="…"     where the API answers (default: where this script came from)
 * An element with the attribute data-shopbell-open opens the chat when it is clicked.
 *
 * What is said travels over a WebSocket, and over plain HTTP where there is none. Every message carries an id of our own,
 * so that it may be sent again without being heard twice. Needs no inline script or style, and never makes HTML of words.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const api = new URL(script.dataset.api || '.', script.src).href.replace(/\/$/, '');
  const KEEP = 60; // messages kept in the browser, for the next page
  const LONGEST = 4000; // characters that the server takes
  const WORDS = {
    en: {
      chat: 'Chat', open: 'Open the chat', close: 'Close the chat', you: 'You', bot: 'Bot', agent: 'Our team', send: 'Send',
      label: 'Your message', hint: 'Enter sends, Shift and Enter begin a new line.', typing: 'The bot is writing',
      subtitle: 'Answers at once, or calls a person', greeting: 'Hello! Ask about opening hours, orders, cakes …',
      offline: 'You are offline. What you write is sent when you are back.',
      trouble: 'No connection to the shop. Trying again …', waiting: 'Waiting to be sent', refused: 'Not sent',
      unread: 'unread', tooLong: 'Please write at most 4,000 characters.',
    },
    es: {
      chat: 'Chat', open: 'Abrir el chat', close: 'Cerrar el chat', you: 'Tú', bot: 'Bot', agent: 'Nuestro equipo', send: 'Enviar',
      label: 'Tu mensaje', hint: 'Intro envía, Mayús e Intro empiezan otra línea.', typing: 'El bot está escribiendo',
      subtitle: 'Responde al momento o llama a una persona', greeting: '¡Hola! Pregunta por horarios, pedidos, tartas …',
      offline: 'No tienes conexión. Lo que escribas se enviará cuando vuelvas.',
      trouble: 'Sin conexión con la tienda. Probando otra vez …', waiting: 'Pendiente de envío', refused: 'No enviado',
      unread: 'sin leer', tooLong: 'Escribe 4.000 caracteres como máximo.',
    },
  };
  const t = WORDS[(navigator.language || 'en').slice(0, 2)] || WORDS.en;

  // ---------------------------------------------------------------- what is remembered between pages

  const storageKey = 'shopbell ' + api;
  const fresh = () => ({ token: '', socketUrl: '', cursor: '', messages: [], outbox: [] });
  const memory = load();

  function load() {
    try {
      return Object.assign(fresh(), JSON.parse(localStorage.getItem(storageKey) || '{}'));
    } catch {
      return fresh(); // storage is forbidden or spoilt: the chat works, but forgets
    }
  }

  function save() {
    memory.messages = memory.messages.slice(-KEEP);
    try {
      localStorage.setItem(storageKey, JSON.stringify(memory));
    } catch {
      // Forbidden or full: see load().
    }
  }

  // ---------------------------------------------------------------- what is seen

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function icon(path) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    const shape = document.createElementNS(ns, 'path');
    for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2,
      'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
    shape.setAttribute('d', path);
    svg.append(shape);
    return svg;
  }

  function iconButton(className, label, path) {
    const button = element('button', className);
    button.type = 'button';
    button.setAttribute('aria-label', label);
    button.append(icon(path));
    return button;
  }

  const host = element('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = element('link');
  style.rel = 'stylesheet';
  style.href = new URL('widget.css', script.src).href;
  const root = element('div', 'root');
  root.hidden = true; // until the style is there
  style.addEventListener('load', () => { root.hidden = false; });

  const panel = element('section', 'panel');
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  const title = element('h2', '', script.dataset.title || document.title || t.chat);
  title.id = 'title';
  title.append(element('p', '', t.subtitle));
  panel.setAttribute('aria-labelledby', 'title');
  const close = iconButton('close', t.close, 'M6 6l12 12M18 6L6 18');
  const head = element('header', 'head');
  head.append(title, close);

  const log = element('div', 'log');
  log.setAttribute('role', 'log');
  log.setAttribute('aria-live', 'polite');
  log.setAttribute('aria-label', t.chat);
  log.tabIndex = 0;
  const notice = element('p', 'notice');
  notice.setAttribute('role', 'status');
  notice.hidden = true;

  const form = element('form', 'form');
  const input = element('textarea');
  input.rows = 1;
  input.maxLength = LONGEST;
  input.setAttribute('aria-label', t.label);
  input.setAttribute('aria-describedby', 'hint');
  input.placeholder = t.label;
  input.autocomplete = 'off';
  const hint = element('span', 'hint', t.hint);
  hint.id = 'hint';
  const send = iconButton('send', t.send, 'M4 12h15M13 6l6 6-6 6');
  send.type = 'submit';
  form.append(input, hint, send);
  panel.append(head, log, notice, form);

  const launcher = iconButton('launcher', t.open, 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z');
  launcher.setAttribute('aria-expanded', 'false');
  const badge = element('span', 'badge');
  badge.hidden = true;
  launcher.append(badge);
  root.append(panel, launcher);
  shadow.append(style, root);

  let unread = 0;
  const typing = element('div', 'typing');
  typing.setAttribute('aria-label', t.typing);
  typing.append(element('i'), element('i'), element('i'));

  /** Plain words with their web addresses made links, without ever parsing HTML. */
  function wordsInto(node, text) {
    let at = 0;
    for (const found of text.matchAll(/https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g)) {
      node.append(text.slice(at, found.index));
      const link = element('a', '', found[0]);
      link.href = found[0];
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      node.append(link);
      at = found.index + found[0].length;
    }
    node.append(text.slice(at));
  }

  function draw(message, previous) {
    const box = element('div', 'message ' + message.from);
    if (previous && previous.from === message.from) box.classList.add('same');
    box.dataset.id = message.id;
    box.append(element('p', 'who', t[message.from === 'customer' ? 'you' : message.from]));
    const words = element('p', 'words');
    wordsInto(words, message.text);
    box.append(words);
    mark(box, message);
    return box;
  }

  function mark(box, message) {
    box.classList.toggle('waiting', message.state === 'waiting');
    const old = box.querySelector('.state');
    if (old) old.remove();
    if (message.state === 'waiting' && !healthy()) box.append(element('p', 'state', t.waiting));
    if (message.state === 'refused') box.append(element('p', 'state', t.refused));
  }

  function markAll() {
    for (const message of memory.messages) {
      const box = log.querySelector('[data-id="' + CSS.escape(message.id) + '"]');
      if (box) mark(box, message);
    }
  }

  /** Choices stand under the last message only: an old question is not answered by a new press. */
  function drawChoices() {
    log.querySelectorAll('.choices').forEach((old) => old.remove());
    const last = memory.messages[memory.messages.length - 1];
    if (!last || !last.choices || last.choices.length === 0) return;
    const row = element('div', 'choices');
    for (const choice of last.choices) {
      const button = element('button', '', choice.title);
      button.type = 'button';
      button.addEventListener('click', () => {
        input.focus();
        say({ choice: choice.value, title: choice.title }, choice.title);
      });
      row.append(button);
    }
    log.append(row);
  }

  function drawAll() {
    log.textContent = '';
    if (memory.messages.length === 0) log.append(draw({ id: 'greeting', from: 'bot', text: t.greeting }));
    memory.messages.forEach((message, index) => log.append(draw(message, memory.messages[index - 1])));
    drawChoices();
    log.scrollTop = log.scrollHeight;
  }

  function add(message) {
    const previous = memory.messages[memory.messages.length - 1];
    memory.messages.push(message);
    typing.remove();
    log.querySelectorAll('.choices').forEach((old) => old.remove());
    log.append(draw(message, previous));
    drawChoices();
    log.scrollTop = log.scrollHeight;
  }

  let typingEnds = 0;
  function showTyping() {
    clearTimeout(typingEnds);
    typingEnds = setTimeout(() => typing.remove(), 20000);
    log.append(typing);
    log.scrollTop = log.scrollHeight;
  }

  function showNotice() {
    const text = !navigator.onLine ? t.offline : (failures > 1 && !socketIsOpen() ? t.trouble : '');
    if (notice.textContent !== text) notice.textContent = text;
    notice.hidden = !text;
    markAll();
  }

  // ---------------------------------------------------------------- talking with the server

  let failures = 0; // requests in a row that did not get through
  let socket = null;
  let socketFailures = 0;
  let awaiting = 0; // when the visitor last spoke without having been answered
  let heardAt = Date.now(); // when something last happened
  let timer = 0;
  let flushing = false;
  const unconfirmed = new Map(); // frames on the socket, which says nothing back: id → message

  const healthy = () => navigator.onLine && failures === 0;
  const socketIsOpen = () => socket !== null && socket.readyState === WebSocket.OPEN;
  const active = () => !panel.hidden || memory.outbox.length > 0 || Date.now() - awaiting < 120000;

  class Refused extends Error {}

  async function call(path, options) {
    const headers = options && options.body ? { 'content-type': 'application/json' } : {};
    if (memory.token) headers.authorization = 'Bearer ' + memory.token;
    let response;
    try {
      response = await fetch(api + path, { ...options, headers, signal: AbortSignal.timeout(15000) });
    } catch (error) {
      failures++;
      showNotice();
      throw error;
    }
    if (response.status === 401 || response.status === 403) {
      memory.token = ''; // it ran out: begin anew, keep what is on the screen
      memory.cursor = '';
      hangUp();
      throw new Error('The session has ended');
    }
    if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new Refused(response.status);
    if (!response.ok) {
      failures++;
      showNotice();
      throw new Error('HTTP ' + response.status);
    }
    failures = 0;
    showNotice();
    return response.json();
  }

  let opening = null;
  function session() {
    if (memory.token) return Promise.resolve();
    opening = opening || call('/web/sessions', { method: 'POST', body: '{}' }).then((answer) => {
      memory.token = answer.token;
      memory.socketUrl = answer.socketUrl || '';
      save();
    }).finally(() => { opening = null; });
    return opening;
  }

  function hear(answer, overHttp) {
    let news = 0;
    for (const message of answer.messages || []) {
      const known = memory.messages.find((old) => old.id === message.id);
      if (known) {
        settle(known);
        continue;
      }
      if (message.from === 'customer') {
        // Another tab's words, or our own of long ago.
        add({ id: message.id, from: 'customer', text: message.text });
        continue;
      }
      add({ id: message.id, from: message.from === 'agent' ? 'agent' : 'bot', text: message.text, choices: message.choices });
      news++;
    }
    // A push may have been lost on the way, so only what HTTP told moves the cursor; ids drop what comes twice.
    if (overHttp && answer.cursor) memory.cursor = answer.cursor;
    if (news > 0) {
      awaiting = 0;
      heardAt = Date.now();
      unconfirmed.forEach(settle);
      if (panel.hidden) count(news);
    }
    save();
    return (answer.messages || []).length;
  }

  function settle(message) {
    unconfirmed.delete(message.id);
    memory.outbox = memory.outbox.filter((each) => each.id !== message.id);
    if (message.state === 'waiting') {
      delete message.state;
      markAll();
    }
  }

  async function catchUp() {
    await session();
    for (let pages = 0; pages < 20; pages++) {
      const before = memory.cursor;
      const heard = hear(await call('/web/messages?after=' + encodeURIComponent(memory.cursor)), true);
      if (heard === 0 || memory.cursor === before) return;
    }
  }

  function say(content, text) {
    const id = typeof crypto.randomUUID === 'function' ? crypto.randomUUID()
      : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    add({ id, from: 'customer', text, state: 'waiting' });
    memory.outbox.push({ id, ...content });
    awaiting = Date.now();
    save();
    if (navigator.onLine) showTyping();
    flush();
  }

  /** Sends what waits, in order. */
  async function flush() {
    if (flushing) return;
    flushing = true;
    try {
      while (memory.outbox.length > 0 && navigator.onLine) {
        const next = memory.outbox[0];
        const message = memory.messages.find((each) => each.id === next.id) || { id: next.id };
        await session();
        if (socketIsOpen() && !unconfirmed.has(next.id)) {
          socket.send(JSON.stringify({ token: memory.token, ...next }));
          unconfirmed.set(next.id, message);
          memory.outbox.shift();
          setTimeout(() => confirm(next, message), 6000);
          delete message.state;
          markAll();
        } else {
          await post(next, message);
        }
        save();
      }
    } catch {
      // Counted in call(); beat() tries again.
    } finally {
      flushing = false;
      showNotice();
      schedule();
    }
  }

  async function post(next, message) {
    try {
      await call('/web/messages', { method: 'POST', body: JSON.stringify(next) });
      settle(message);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      message.state = 'refused';
      memory.outbox = memory.outbox.filter((each) => each.id !== next.id);
      markAll();
    }
  }

  /** Nobody reacted to a frame: it may have been lost, so it goes again over HTTP, which answers. */
  function confirm(next, message) {
    if (!unconfirmed.has(next.id)) return;
    unconfirmed.delete(next.id);
    post(next, message).then(catchUp).catch(() => {
      if (!memory.outbox.some((each) => each.id === next.id)) memory.outbox.unshift(next);
      message.state = 'waiting';
      save();
      showNotice();
      schedule();
    });
  }

  function dial() {
    if (!memory.socketUrl || socket || !('WebSocket' in window) || !navigator.onLine) return;
    const url = new URL(memory.socketUrl);
    url.searchParams.set('token', memory.token);
    let opened = false;
    const mine = new WebSocket(url);
    socket = mine;
    mine.addEventListener('open', () => {
      opened = true;
      socketFailures = 0;
      showNotice();
      catchUp().then(flush).catch(() => {});
    });
    mine.addEventListener('message', (event) => {
      try {
        hear(JSON.parse(event.data), false);
      } catch {
        // Not for us.
      }
    });
    mine.addEventListener('close', () => {
      if (socket === mine) socket = null;
      socketFailures = opened ? 0 : socketFailures + 1;
      schedule();
    });
  }

  function hangUp() {
    const old = socket;
    socket = null;
    if (old) old.close();
  }

  /** How long until the next look, in milliseconds: soon while an answer is due, ever later while nothing happens. */
  function pause() {
    if (failures > 0) return Math.min(30000, 1000 * 2 ** failures) * (0.7 + 0.6 * Math.random());
    if (socketIsOpen()) return memory.outbox.length ? 1000 : 120000;
    if (awaiting && Date.now() - awaiting < 20000) return 700 + (Date.now() - awaiting) / 8;
    return document.hidden ? 60000 : Math.min(60000, 5000 + (Date.now() - heardAt) / 10);
  }

  function schedule() {
    clearTimeout(timer);
    if (active() && memory.token + memory.outbox.length) timer = setTimeout(beat, pause());
  }

  let socketTriedAt = 0;
  async function beat() {
    try {
      if (navigator.onLine) {
        await session();
        if (!socket && Date.now() - socketTriedAt > Math.min(60000, 1000 * 4 ** socketFailures)) {
          socketTriedAt = Date.now();
          dial();
        }
        await catchUp();
        await flush();
      }
    } catch {
      // Counted in call().
    }
    schedule();
  }

  // ---------------------------------------------------------------- what the visitor does

  function count(news) {
    unread += news;
    badge.textContent = String(unread);
    badge.hidden = unread === 0;
    launcher.setAttribute('aria-label', unread ? t.open + ' (' + unread + ' ' + t.unread + ')' : t.open);
  }

  function open() {
    if (panel.hidden) {
      panel.hidden = false;
      root.classList.add('open');
      launcher.setAttribute('aria-expanded', 'true');
      launcher.setAttribute('aria-label', t.close);
      unread = 0;
      badge.hidden = true;
      drawAll();
      if (awaiting) showTyping();
      socketTriedAt = 0;
      beat();
    }
    input.focus();
  }

  function shut() {
    panel.hidden = true;
    root.classList.remove('open');
    launcher.setAttribute('aria-expanded', 'false');
    count(0);
    launcher.focus();
  }

  function submit() {
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    fit();
    say({ text }, text);
  }

  function fit() {
    input.rows = Math.min(4, Math.max(1, input.value.split('\n').length, Math.ceil(input.value.length / 34)));
  }

  launcher.addEventListener('click', () => (panel.hidden ? open() : shut()));
  close.addEventListener('click', shut);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') shut();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', fit);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-shopbell-open]')) open();
  });
  window.addEventListener('online', () => {
    failures = 0;
    showNotice();
    beat();
  });
  window.addEventListener('offline', showNotice);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && active()) beat();
  });

  document.body.append(host);
  if ('open' in script.dataset) open();
  else if (memory.outbox.length) beat();
})();
