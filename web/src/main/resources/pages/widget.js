/*
 * The chat of a Shopbell bot, for any page: <script src="https://…/widget.js" defer></script>
 *
 * data-title, data-subtitle   what stands at the head of the chat (default: the page's title)
 * data-greeting               the line that stands above every conversation
 * data-bot, data-agent        the names of who answers
 * data-open                   opens the chat when the page loads, without taking the focus
 * data-lang, data-dir         language and direction, if they are not the page's
 * data-words                  a JSON object that replaces words of WORDS below, for other languages
 * data-theme                  light or dark (default: what the visitor's system prefers)
 * data-accent                 a CSS colour; the colour of the words on it is found by contrast
 * data-position               start: at the side where lines begin (default: where they end)
 * data-identity               the shop's signed word on who is logged in (docs/web-chat.md)
 * data-key                    keeps a conversation apart from other widgets of the same API
 * data-api                    where the API answers (default: where this script came from)
 *
 * An element with the attribute data-shopbell-open opens the chat when it is clicked. Colours and shape follow CSS custom
 * properties of the page: --shopbell-accent, -accent-ink, -paper, -ink, -soft, -line, -bubble, -font, -radius.
 *
 * A visitor's words go by HTTP, whose answer says that they are kept; each carries an id of our own, so that it may go
 * again without being heard twice. Answers come over a WebSocket, and by asking where there is none. Everything is kept in
 * localStorage before it is sent, and shared by all tabs. Needs no inline script or style, and never makes HTML of words.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const options = script.dataset;
  const api = new URL(options.api || '.', script.src).href.replace(/\/$/, '');
  const LARGEST = 10 * 1024 * 1024; // bytes of a file that the server takes
  const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'];
  const KEEP = 60; // messages kept in the browser, for the next page
  const LONGEST = 4000; // characters that the server takes
  const LISTENS = 30 * 60000; // after the last word a closed chat still listens so long, in ms: an agent may answer
  const WORDS = {
    en: {
      chat: 'Chat', open: 'Open the chat', close: 'Close the chat', you: 'You', bot: 'Bot', agent: 'Our team', send: 'Send',
      label: 'Your message', hint: 'Enter sends, Shift and Enter begin a new line.', botTypes: 'The bot is writing',
      agentTypes: 'Somebody of our team is writing', subtitle: 'Answers at once, or calls a person',
      greeting: 'Ask away: opening hours, orders, anything else.', choose: 'Choose an answer', cards: 'Cards', next: 'Next',
      previous: 'Previous', offline: 'You are offline. What you write is sent when you are back.',
      trouble: 'No connection to the shop. Trying again …', slow: 'That was a lot at once. The rest is sent in a moment.',
      waiting: 'Waiting to be sent', refused: 'Not sent', unread: 'unread', map: 'Show on a map', image: 'Image', file: 'File',
      drop: 'Drop the file here', attach: 'Send a file', cancel: 'Take the file back', sending: 'On its way', ready: 'Ready to be sent',
      wrongType: 'Such a file cannot be sent. Pictures, PDF and plain text can.', tooLarge: 'The file is too large. Up to 10 MB can be sent.',
      lost: 'The file did not get through. Try again.',
    },
    es: {
      chat: 'Chat', open: 'Abrir el chat', close: 'Cerrar el chat', you: 'Tú', bot: 'Bot', agent: 'Nuestro equipo', send: 'Enviar',
      label: 'Tu mensaje', hint: 'Intro envía, Mayús e Intro empiezan otra línea.', botTypes: 'El bot está escribiendo',
      agentTypes: 'Alguien de nuestro equipo está escribiendo', subtitle: 'Responde al momento o llama a una persona',
      greeting: 'Pregunta lo que quieras: horarios, pedidos o cualquier otra cosa.', choose: 'Elige una respuesta',
      cards: 'Tarjetas', next: 'Siguiente', previous: 'Anterior',
      offline: 'No tienes conexión. Lo que escribas se enviará cuando vuelvas.',
      trouble: 'Sin conexión con la tienda. Probando otra vez …', slow: 'Han sido muchos a la vez. El resto se envía enseguida.',
      waiting: 'Pendiente de envío', refused: 'No enviado', unread: 'sin leer', map: 'Ver en un mapa', image: 'Imagen', file: 'Archivo',
      drop: 'Suelta el archivo aquí', attach: 'Enviar un archivo', cancel: 'Quitar el archivo', sending: 'Subiendo', ready: 'Listo para enviar',
      wrongType: 'Ese archivo no se puede enviar. Sí imágenes, PDF y texto.', tooLarge: 'El archivo es demasiado grande. El límite son 10 MB.',
      lost: 'El archivo no ha llegado. Inténtalo otra vez.',
    },
    de: {
      chat: 'Chat', open: 'Chat öffnen', close: 'Chat schließen', you: 'Sie', bot: 'Bot', agent: 'Unser Team', send: 'Senden',
      label: 'Ihre Nachricht', hint: 'Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine Zeile.',
      botTypes: 'Der Bot schreibt', agentTypes: 'Jemand aus unserem Team schreibt',
      subtitle: 'Antwortet sofort oder holt einen Menschen', greeting: 'Fragen Sie: Öffnungszeiten, Bestellungen, was immer es ist.',
      choose: 'Wählen Sie eine Antwort', cards: 'Karten', next: 'Weiter', previous: 'Zurück',
      offline: 'Keine Verbindung. Was Sie schreiben, wird später gesendet.',
      trouble: 'Der Laden ist nicht erreichbar. Neuer Versuch …', slow: 'Das war viel auf einmal. Der Rest folgt gleich.',
      waiting: 'Noch nicht gesendet', refused: 'Nicht gesendet', unread: 'ungelesen', map: 'Auf der Karte zeigen', image: 'Bild', file: 'Datei',
      drop: 'Datei hier ablegen', attach: 'Datei senden', cancel: 'Datei zurücknehmen', sending: 'Wird übertragen', ready: 'Bereit zum Senden',
      wrongType: 'Eine solche Datei geht nicht. Bilder, PDF und Text gehen.', tooLarge: 'Die Datei ist zu groß. Es gehen bis zu 10 MB.',
      lost: 'Die Datei kam nicht an. Versuchen Sie es noch einmal.',
    },
    fr: {
      chat: 'Chat', open: 'Ouvrir le chat', close: 'Fermer le chat', you: 'Vous', bot: 'Bot', agent: 'Notre équipe', send: 'Envoyer',
      label: 'Votre message', hint: 'Entrée envoie, Maj et Entrée commencent une ligne.', botTypes: 'Le bot écrit',
      agentTypes: 'Quelqu’un de notre équipe écrit', subtitle: 'Répond aussitôt ou appelle une personne',
      greeting: 'Posez vos questions : horaires, commandes ou autre chose.', choose: 'Choisissez une réponse', cards: 'Cartes',
      next: 'Suivant', previous: 'Précédent', offline: 'Vous êtes hors ligne. Vos messages partiront à votre retour.',
      trouble: 'Pas de connexion avec la boutique. Nouvel essai …', slow: 'Cela fait beaucoup à la fois. La suite part bientôt.',
      waiting: 'En attente d’envoi', refused: 'Non envoyé', unread: 'non lus', map: 'Voir sur une carte', image: 'Image', file: 'Fichier',
      drop: 'Déposez le fichier ici', attach: 'Envoyer un fichier', cancel: 'Retirer le fichier', sending: 'En cours d’envoi', ready: 'Prêt à être envoyé',
      wrongType: 'Ce fichier ne peut pas être envoyé. Images, PDF et texte, oui.', tooLarge: 'Le fichier est trop grand. La limite est de 10 Mo.',
      lost: 'Le fichier n’est pas arrivé. Réessayez.',
    },
    ar: {
      chat: 'محادثة', open: 'افتح المحادثة', close: 'أغلق المحادثة', you: 'أنت', bot: 'الروبوت', agent: 'فريقنا', send: 'إرسال',
      label: 'رسالتك', hint: 'مفتاح الإدخال يرسل، ومع مفتاح العالي يبدأ سطرًا جديدًا.', botTypes: 'الروبوت يكتب',
      agentTypes: 'أحد أفراد فريقنا يكتب', subtitle: 'يجيب فورًا أو يستدعي شخصًا', greeting: 'اسأل عن مواعيد العمل أو الطلبات أو أي شيء آخر.',
      choose: 'اختر إجابة', cards: 'بطاقات', next: 'التالي', previous: 'السابق', offline: 'أنت غير متصل. سيُرسل ما تكتبه عند عودتك.',
      trouble: 'لا اتصال بالمتجر. نحاول مرة أخرى …', slow: 'هذا كثير دفعة واحدة. سيُرسل الباقي بعد قليل.', waiting: 'في انتظار الإرسال',
      refused: 'لم يُرسل', unread: 'غير مقروءة', map: 'اعرض على الخريطة', image: 'صورة', file: 'ملف',
      drop: 'أفلت الملف هنا', attach: 'أرسل ملفًا', cancel: 'أزل الملف', sending: 'جارٍ الرفع', ready: 'جاهز للإرسال',
      wrongType: 'لا يمكن إرسال هذا الملف. الصور وملفات PDF والنصوص فقط.', tooLarge: 'الملف كبير جدًا. الحد هو 10 ميغابايت.',
      lost: 'لم يصل الملف. حاول مرة أخرى.',
    },
  };
  const wanted = [options.lang, document.documentElement.lang, navigator.language].map((each) => (each || '').slice(0, 2).toLowerCase());
  const language = wanted.find((each) => WORDS[each]) || 'en';
  const t = { ...WORDS[language], ...json(options.words) };
  for (const name of ['bot', 'agent', 'subtitle', 'greeting']) if (options[name]) t[name] = options[name];

  function json(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  // ---------------------------------------------------------------- what is remembered, by all tabs together

  const storageKey = 'shopbell ' + api + (options.key ? ' ' + options.key : '');
  const who = options.identity ? customerOf(options.identity) : '';
  const fresh = () => ({ who, token: '', socketUrl: '', cursor: '', spokeAt: 0, unread: 0, messages: [], outbox: [] });
  let memory = fresh();
  change((kept) => {
    if (kept.who === who) return;
    // Somebody else is logged in now, or nobody: what was said before is not theirs to see. Only what an anonymous visitor
    // has yet to send goes with the login.
    const unsent = kept.who === '' ? kept.outbox : [];
    const words = kept.messages.filter((message) => unsent.some((each) => each.id === message.id));
    Object.assign(kept, fresh(), { outbox: unsent, messages: words });
  });

  /** Whom the shop's word is about: only to keep customers apart here, the server is who checks it. */
  function customerOf(identity) {
    try {
      const claims = identity.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
      return String(JSON.parse(atob(claims)).sub);
    } catch {
      return '';
    }
  }

  /** The only way to change what is remembered: another tab may have written since, so it is read again first. */
  function change(edit) {
    look();
    edit(memory);
    memory.messages = memory.messages.slice(-KEEP);
    try {
      localStorage.setItem(storageKey, JSON.stringify(memory));
    } catch {
      // Forbidden or full: the chat works, but forgets with the page.
    }
  }

  function look() {
    try {
      const kept = json(localStorage.getItem(storageKey));
      if (kept && Array.isArray(kept.messages) && Array.isArray(kept.outbox)) memory = Object.assign(fresh(), kept);
    } catch {
      // Forbidden: see change().
    }
  }

  /** One tab at a time, where the browser can tell them apart; ids keep the rest from being heard twice. */
  function alone(what, work) {
    return navigator.locks ? navigator.locks.request(storageKey + ' ' + what, work) : work();
  }

  // ---------------------------------------------------------------- what is seen

  const STYLE = `
:host { all: initial; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.root {
  --paper: var(--shopbell-paper, #fff); --ink: var(--shopbell-ink, #1f2430); --soft: var(--shopbell-soft, #5a6272);
  --line: var(--shopbell-line, #dfe3ec); --bubble: var(--shopbell-bubble, #f0f2f7); --accent: var(--shopbell-accent, #2f4b8f);
  --accent-ink: var(--shopbell-accent-ink, #fff); --accent-text: var(--accent); --edge: #7c8597; --warn: #fff4d6; --warn-ink: #5c4300;
  --agent: #e3f3e6; --agent-ink: #12331b; --radius: var(--shopbell-radius, 18px);
  position: fixed; inset-inline-end: 20px; bottom: 20px; z-index: 2147483000; color: var(--ink); text-align: start;
  font: 16px/1.45 var(--shopbell-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
}
.root.dark {
  --paper: var(--shopbell-paper, #1b1f2a); --ink: var(--shopbell-ink, #eceff6); --soft: var(--shopbell-soft, #a9b2c5);
  --line: var(--shopbell-line, #353c4d); --bubble: var(--shopbell-bubble, #2a3040); --accent: var(--shopbell-accent, #8fabf5);
  --accent-ink: var(--shopbell-accent-ink, #10182e); --edge: #8b95a9; --warn: #473708; --warn-ink: #ffe9b0; --agent: #1d3d28; --agent-ink: #d9f5e0;
  color-scheme: dark;
}
.root.start { inset-inline: 20px auto; }
button, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent-text); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.launcher {
  display: flex; align-items: center; justify-content: center; position: relative; width: 60px; height: 60px; margin-inline-start: auto;
  border: 0; border-radius: 50%; background: var(--accent); color: var(--accent-ink); box-shadow: 0 6px 22px rgb(20 30 60 / 0.28);
  transition: transform 0.15s ease;
}
.start .launcher { margin-inline: 0 auto; }
.launcher:hover { transform: translateY(-2px); }
.launcher svg { width: 28px; height: 28px; }
.open .launcher .talk, .root:not(.open) .launcher .shut { display: none; }
.badge {
  position: absolute; top: -2px; inset-inline-end: -2px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
  background: #b3261e; color: #fff; font-size: 13px; line-height: 22px; font-weight: 700;
}
.panel {
  position: absolute; inset-inline-end: 0; bottom: 76px; display: flex; flex-direction: column; width: 380px;
  height: min(620px, calc(100vh - 120px)); background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius);
  overflow: hidden; box-shadow: 0 18px 50px rgb(20 30 60 / 0.25); animation: rise 0.18s ease-out;
}
.start .panel { inset-inline: 0 auto; }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
.head { display: flex; align-items: center; gap: 12px; padding-block: 14px; padding-inline: 18px 12px; background: var(--accent); color: var(--accent-ink); }
.title { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.title h2 { margin: 0; font-size: 17px; line-height: 1.3; font-weight: 650; }
.title p { margin: 0; font-size: 13.5px; }
.close { display: flex; padding: 10px; border: 0; border-radius: 10px; background: none; color: inherit; }
.close:hover { background: rgb(255 255 255 / 0.16); }
.head :focus-visible { outline-color: currentColor; }
.close svg { width: 22px; height: 22px; }
.log { flex: 1; margin: 0; padding: 18px 16px; overflow-y: auto; overscroll-behavior: contain; }
.log:focus-visible { outline-offset: -3px; }
.message { max-width: 86%; margin: 0 0 10px; width: fit-content; }
.message.wide { width: 100%; max-width: 100%; }
.who { margin: 0 2px 3px; font-size: 13px; color: var(--soft); }
.words { margin: 0; padding: 9px 13px; border-radius: 16px; background: var(--bubble); white-space: pre-wrap; overflow-wrap: anywhere; width: fit-content; max-width: 100%; }
.words a, .place a { color: inherit; }
.agent .words { background: var(--agent); color: var(--agent-ink); }
.customer { margin-inline-start: auto; }
.customer .who { text-align: end; }
.customer .words { margin-inline-start: auto; background: var(--accent); color: var(--accent-ink); }
.waiting .words { background: none; color: var(--ink); box-shadow: inset 0 0 0 1.5px var(--edge); }
.state { margin: 3px 2px 0; font-size: 13px; color: var(--soft); text-align: end; }
.same .who { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.same { margin-top: -4px; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 2px; }
.choices button, .card button, .card a {
  padding: 8px 14px; border: 1.5px solid var(--accent-text); border-radius: 18px; background: none; color: var(--accent-text); font-weight: 550;
  text-align: start; text-decoration: none; overflow-wrap: anywhere;
}
.choices button:hover, .card button:hover, .card a:hover { background: var(--accent); color: var(--accent-ink); }
.carousel { position: relative; margin-top: 6px; }
.cards { display: flex; gap: 10px; margin: 0; padding: 2px; list-style: none; overflow-x: auto; scroll-snap-type: x mandatory; scroll-behavior: smooth; }
.card { display: flex; flex-direction: column; flex: 0 0 min(240px, 84%); scroll-snap-align: start; border: 1px solid var(--line); border-radius: 14px; overflow: hidden; background: var(--paper); }
.card img { width: 100%; aspect-ratio: 1.91; object-fit: cover; background: var(--bubble); }
.card h3 { margin: 10px 12px 0; font-size: 15.5px; line-height: 1.3; overflow-wrap: anywhere; }
.card p { margin: 3px 12px 0; font-size: 14px; color: var(--soft); overflow-wrap: anywhere; }
.card div { display: flex; flex-direction: column; gap: 6px; margin-top: auto; padding: 12px; }
.card button, .card a { text-align: center; font-size: 15px; padding: 6px 10px; border-radius: 10px; }
.turn { display: flex; justify-content: flex-end; gap: 6px; margin-top: 6px; }
.turn button { display: flex; padding: 6px; border: 1px solid var(--edge); border-radius: 50%; background: var(--paper); }
.turn svg { width: 18px; height: 18px; }
[dir=rtl] .turn svg, [dir=rtl] .send svg { transform: scaleX(-1); }
.media { display: block; max-width: 100%; margin-top: 4px; border-radius: 14px; }
img.media { max-height: 260px; }
.file, .place { display: inline-flex; gap: 10px; align-items: center; margin: 4px 0 0; padding: 9px 13px; border: 1px solid var(--line); border-radius: 14px; color: inherit; overflow-wrap: anywhere; }
.file svg, .place svg { width: 22px; height: 22px; flex: none; }
.place a { display: block; }
.place span { display: block; font-size: 14px; color: var(--soft); }
.typing { display: flex; gap: 5px; width: fit-content; padding: 13px 14px; border-radius: 16px; background: var(--bubble); }
.typing.agent { background: var(--agent); }
.typing i { width: 7px; height: 7px; border-radius: 50%; background: var(--soft); animation: blink 1.2s infinite; }
.typing i:nth-child(2) { animation-delay: 0.2s; }
.typing i:nth-child(3) { animation-delay: 0.4s; }
@keyframes blink { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
.notice { margin: 0; padding: 8px 16px; background: var(--warn); color: var(--warn-ink); font-size: 14px; }
.form { display: flex; align-items: flex-end; gap: 8px; padding: 10px 12px; border-top: 1px solid var(--line); }
.form textarea { flex: 1; min-width: 0; min-height: 44px; max-height: 120px; padding: 9px 13px; border: 1.5px solid var(--edge); border-radius: 21px; background: var(--paper); resize: none; line-height: 1.4; }
.form textarea::placeholder { color: var(--soft); opacity: 1; }
.form textarea:focus-visible { outline-offset: 0; }
.attach { display: flex; align-items: center; justify-content: center; width: 40px; height: 44px; flex: none; border: 0; border-radius: 12px; background: none; color: var(--soft); }
.attach:hover { color: var(--accent-text); }
.attach svg { width: 22px; height: 22px; }
.tray { display: flex; align-items: center; gap: 10px; padding: 8px 12px 0; border-top: 1px solid var(--line); }
.tray:not([hidden]) + .form { border-top: 0; }
.tray div { flex: 1; min-width: 0; }
.tray p { margin: 0; font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tray p + p { font-size: 13px; color: var(--soft); }
.tray progress { display: block; width: 100%; height: 6px; accent-color: var(--accent-text); }
.tray button { display: flex; padding: 8px; border: 0; border-radius: 10px; background: none; }
.tray svg { width: 20px; height: 20px; flex: none; }
.zone { position: absolute; inset: 8px; display: grid; place-items: center; padding: 20px; border: 2px dashed var(--accent-text); border-radius: 12px; background: var(--paper); color: var(--accent-text); font-weight: 600; text-align: center; opacity: 0.95; pointer-events: none; }
.sent { display: flex; flex-direction: column; align-items: flex-end; }
.send { display: flex; align-items: center; justify-content: center; width: 44px; height: 44px; flex: none; border: 0; border-radius: 50%; background: var(--accent); color: var(--accent-ink); }
.send svg { width: 20px; height: 20px; }
@media (max-width: 480px) {
  .root:not(.open) { inset-inline-end: 14px; bottom: 14px; }
  .root.open { inset: 0; }
  .root.open .launcher { display: none; }
  .root .panel { position: fixed; inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: reduce) { .panel, .typing i { animation: none; } .launcher { transition: none; } .cards { scroll-behavior: auto; } }
@media (forced-colors: active) { .words, .launcher, .send { border: 1px solid; } }
`;

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function icon(path, className) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    const shape = document.createElementNS(ns, 'path');
    for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2,
      'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', class: className || '' })) svg.setAttribute(name, value);
    shape.setAttribute('d', path);
    svg.append(shape);
    return svg;
  }

  function iconButton(className, label, path, second) {
    const button = element('button', className);
    button.type = 'button';
    button.setAttribute('aria-label', label);
    button.append(icon(path, second && 'talk'));
    if (second) button.append(icon(second, 'shut'));
    return button;
  }

  const CROSS = 'M6 6l12 12M18 6L6 18';
  const SHEET = 'M6 3h8l5 5v13H6zM14 3v5h5';
  const CLIP = 'M20 11.5l-8.3 8.3a5 5 0 0 1-7-7l8.7-8.8a3.3 3.3 0 0 1 4.7 4.7l-8.7 8.8a1.7 1.7 0 0 1-2.4-2.4l8-8';
  const host = element('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const root = element('aside', 'root');
  root.lang = language;
  root.dir = options.dir || (['ar', 'he', 'fa', 'ur'].includes((options.lang || '').slice(0, 2)) ? 'rtl'
    : getComputedStyle(document.documentElement).direction);
  root.setAttribute('aria-label', t.chat);
  if (options.position === 'start') root.classList.add('start');

  const panel = element('section', 'panel');
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  const title = element('div', 'title');
  const heading = element('h2', '', options.title || document.title || t.chat);
  heading.id = 'title';
  title.append(heading, element('p', '', t.subtitle));
  panel.setAttribute('aria-labelledby', 'title');
  const close = iconButton('close', t.close, CROSS);
  const head = element('div', 'head');
  head.append(title, close);

  const log = element('div', 'log');
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', t.chat);
  log.tabIndex = 0;
  const notice = element('p', 'notice');
  notice.setAttribute('role', 'status');
  notice.hidden = true;

  const form = element('form', 'form');
  const input = element('textarea');
  input.rows = 1;
  input.maxLength = LONGEST;
  input.dir = 'auto';
  input.setAttribute('aria-label', t.label);
  input.setAttribute('aria-describedby', 'hint');
  input.placeholder = t.label;
  input.autocomplete = 'off';
  const hint = element('span', 'unseen', t.hint);
  hint.id = 'hint';
  const send = iconButton('send', t.send, 'M4 12h15M13 6l6 6-6 6');
  send.type = 'submit';
  const attach = iconButton('attach', t.attach, CLIP);
  const picker = element('input');
  picker.type = 'file';
  picker.hidden = true;
  picker.accept = TYPES.join(',');
  picker.setAttribute('aria-label', t.attach);
  form.append(attach, picker, input, hint, send);
  const tray = element('div', 'tray');
  tray.hidden = true;
  // Only for the mouse, so nothing for a screen reader: the paper clip does the same.
  const zone = element('div', 'zone', t.drop);
  zone.hidden = true;
  zone.setAttribute('aria-hidden', 'true');
  panel.append(head, log, notice, tray, form, zone);

  const launcher = iconButton('launcher', t.open,
    'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z', CROSS);
  launcher.setAttribute('aria-expanded', 'false');
  const badge = element('span', 'badge');
  badge.hidden = true;
  badge.setAttribute('aria-hidden', 'true');
  launcher.append(badge);
  root.append(panel, launcher);
  shadow.append(root);

  // ---------------------------------------------------------------- messages

  /** The address if it may be followed or loaded, else nothing: no javascript:, no data:. */
  function safe(address, protocols) {
    try {
      const url = new URL(address);
      const ours = url.protocol === 'http:' && url.origin === new URL(api).origin; // the shop on a laptop
      return ours || protocols.includes(url.protocol) ? url.href : '';
    } catch {
      return '';
    }
  }

  const followed = (address) => safe(address, ['https:', 'http:', 'mailto:', 'tel:']);
  const loaded = (address) => safe(address, ['https:']);

  function link(address, className, text) {
    const node = element('a', className, text);
    node.href = address;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
    return node;
  }

  /** Plain words with their web addresses made links, without ever parsing HTML. */
  function wordsInto(node, text) {
    let at = 0;
    for (const found of text.matchAll(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g)) {
      const address = followed(found[0]);
      if (!address) continue;
      node.append(text.slice(at, found.index), link(address, '', found[0]));
      at = found.index + found[0].length;
    }
    node.append(text.slice(at));
  }

  function picture(address, alternative, className) {
    const image = element('img', className);
    image.alt = alternative;
    image.loading = 'lazy';
    image.referrerPolicy = 'no-referrer';
    image.addEventListener('error', () => image.remove());
    image.addEventListener('load', () => {
      // Whoever was at the end stays there, though it has moved down.
      if (log.scrollHeight - log.scrollTop - log.clientHeight < image.offsetHeight + 40) log.scrollTop = log.scrollHeight;
    });
    image.src = address;
    return image;
  }

  function pressable(option) {
    const button = element('button', '', option.title);
    button.type = 'button';
    button.addEventListener('click', () => {
      input.focus();
      say({ choice: option.value, title: option.title }, option.title);
    });
    return button;
  }

  function drawCard(card) {
    const node = element('li', 'card');
    const image = loaded(card.image);
    if (image) node.append(picture(image, '', ''));
    node.append(element('h3', '', card.title || ''));
    if (card.subtitle) node.append(element('p', '', card.subtitle));
    const row = element('div');
    for (const each of card.buttons || []) {
      const address = each.url && followed(each.url);
      if (address) row.append(link(address, '', each.title));
      else if (each.value) row.append(pressable(each));
    }
    if (row.childElementCount) node.append(row);
    return node;
  }

  function drawCards(cards) {
    const box = element('div', 'carousel');
    const list = element('ul', 'cards');
    list.setAttribute('aria-label', t.cards);
    list.append(...cards.map(drawCard));
    box.append(list);
    if (cards.length > 1) {
      list.tabIndex = 0;
      const turn = element('div', 'turn');
      for (const [label, path, step] of [[t.previous, 'M15 5l-7 7 7 7', -1], [t.next, 'M9 5l7 7-7 7', 1]]) {
        const button = iconButton('', label, path);
        const sign = root.dir === 'rtl' ? -step : step;
        button.addEventListener('click', () => list.scrollBy({ left: sign * (list.firstChild.offsetWidth + 10) }));
        turn.append(button);
      }
      box.append(turn);
    }
    return box;
  }

  function drawMedia(media) {
    const kind = String(media.kind).toLowerCase();
    const address = loaded(media.url);
    if (!address) return '';
    if (kind === 'image') {
      const node = link(address, '');
      node.append(picture(address, media.name || t.image, 'media'));
      return node;
    }
    if (kind === 'video' || kind === 'audio') {
      const node = element(kind, 'media');
      node.controls = true;
      node.preload = 'metadata';
      node.src = address;
      return node;
    }
    const node = link(address, 'file');
    node.append(icon(SHEET), media.name || t.file);
    return node;
  }

  /** A file of the visitor's own, to be opened again once the server has told where. */
  function drawSent(file) {
    const label = file.name || (file.kind === 'image' ? t.image : t.file);
    const address = file.href && loaded(new URL(file.href, api).href);
    const node = address ? link(address, 'file') : element('p', 'file');
    node.append(icon(SHEET), label);
    if (!address || file.kind !== 'image') return node;
    const box = element('div', 'sent');
    box.append(picture(address, '', 'media'), node);
    return box;
  }

  function drawPlace(place) {
    const node = element('div', 'place');
    const at = [Number(place.lat), Number(place.lon)];
    const words = element('div', '', place.name || '');
    if (place.address) words.append(element('span', '', place.address));
    if (at.every(Number.isFinite)) {
      words.append(link(`https://www.openstreetmap.org/?mlat=${at[0]}&mlon=${at[1]}#map=17/${at[0]}/${at[1]}`, '', t.map));
    }
    node.append(icon('M12 21s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12zM12 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z'), words);
    return node;
  }

  function draw(message) {
    const box = element('div', 'message ' + message.from);
    box.dataset.id = message.id;
    const speaker = element('p', 'who', message.name || t[message.from === 'customer' ? 'you' : message.from]);
    const at = new Date(message.at);
    if (!Number.isNaN(at.getTime())) {
      const time = element('time', '', ' ' + at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }));
      time.dateTime = at.toISOString();
      speaker.append(time);
    }
    box.append(speaker);
    if (message.text) {
      const words = element('p', 'words');
      words.dir = 'auto';
      wordsInto(words, message.text);
      box.append(words);
    }
    if (message.media) box.append(drawMedia(message.media));
    if (message.place) box.append(drawPlace(message.place));
    for (const file of message.attachments || []) box.append(drawSent(file));
    if (message.cards && message.cards.length) {
      box.classList.add('wide');
      box.append(drawCards(message.cards));
    }
    return box;
  }

  const drawn = new Map(); // id → element
  let choices = null;

  /** Makes the log what is remembered, touching only what has changed: what is added is read out. */
  function show() {
    const greeting = { id: 'greeting', from: 'bot', text: t.greeting };
    const all = memory.messages.length < KEEP ? [greeting, ...memory.messages] : memory.messages;
    const known = new Set(all.map((message) => message.id));
    for (const [id, box] of drawn) {
      if (!known.has(id)) {
        box.remove();
        drawn.delete(id);
      }
    }
    let before = null;
    let added = false;
    let speaker = '';
    for (const message of all) {
      let box = drawn.get(message.id);
      if (!box) {
        box = draw(message);
        drawn.set(message.id, box);
        added = true;
      }
      const place = before ? before.nextSibling : log.firstChild;
      if (place !== box) log.insertBefore(box, place);
      box.classList.toggle('same', speaker === message.from);
      mark(box, message.state || '');
      speaker = message.from;
      before = box;
    }
    showChoices(all[all.length - 1]);
    if (typing.isConnected) log.append(typing);
    if (added) log.scrollTop = log.scrollHeight;
    showUnread();
  }

  /** Has it drawn anew. */
  function forget(id) {
    const box = drawn.get(id);
    if (box) box.remove();
    drawn.delete(id);
  }

  function mark(box, state) {
    const text = state === 'refused' ? t.refused : state === 'waiting' && !healthy() ? t.waiting : '';
    box.classList.toggle('waiting', text !== '');
    const old = box.querySelector('.state');
    if (old && old.textContent === text) return;
    if (old) old.remove();
    if (text) box.append(element('p', 'state', text));
  }

  /** Choices stand under the last message only: an old question is not answered by a new press. */
  function showChoices(last) {
    const offered = last.choices && last.choices.length ? last.id : '';
    if (choices && choices.dataset.of === offered) return;
    if (choices) choices.remove();
    choices = null;
    if (!offered) return;
    choices = element('div', 'choices');
    choices.dataset.of = offered;
    choices.setAttribute('role', 'group');
    choices.setAttribute('aria-label', t.choose);
    choices.append(...last.choices.map(pressable));
    choices.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const buttons = [...choices.children];
      buttons[(buttons.indexOf(shadow.activeElement) + step + buttons.length) % buttons.length].focus();
    });
    log.append(choices);
  }

  const typing = element('div', 'typing');
  const typist = element('span', 'unseen');
  typing.append(element('i'), element('i'), element('i'), typist);
  let typingEnds = 0;

  function showTyping(from, millis) {
    clearTimeout(typingEnds);
    typingEnds = setTimeout(() => typing.remove(), millis);
    typing.classList.toggle('agent', from === 'agent');
    const words = from === 'agent' ? t.agentTypes : t.botTypes;
    if (typing.isConnected && typist.textContent === words) return;
    typist.textContent = words;
    log.append(typing);
    log.scrollTop = log.scrollHeight;
  }

  function showNotice() {
    const text = !navigator.onLine ? t.offline : Date.now() < slowUntil ? t.slow : failures > 1 ? t.trouble : complaint;
    if (notice.textContent !== text) notice.textContent = text;
    notice.hidden = !text;
    for (const message of memory.messages) {
      const box = drawn.get(message.id);
      if (box) mark(box, message.state || '');
    }
  }

  function showUnread() {
    const count = memory.unread;
    badge.textContent = count > 99 ? '99+' : String(count);
    badge.hidden = count === 0 || !panel.hidden;
    launcher.setAttribute('aria-label', !panel.hidden ? t.close : count ? `${t.open} (${count} ${t.unread})` : t.open);
    const plain = document.title.replace(/^\(\d+\) /, '');
    const titled = count ? `(${count}) ${plain}` : plain;
    if (document.title !== titled) document.title = titled;
  }

  const watched = () => !panel.hidden && !document.hidden;

  function read() {
    if (!watched() || memory.unread === 0) return;
    change((kept) => { kept.unread = 0; });
    showUnread();
  }

  // ---------------------------------------------------------------- talking with the server

  let failures = 0; // requests in a row that did not get through
  let slowUntil = 0; // when the server, which was told too much at once, listens again
  let socket = null;
  let socketFailures = 0;
  let socketTriedAt = 0;
  let awaiting = 0; // when the visitor last spoke without having been answered
  let heardAt = Date.now(); // when something last happened
  let timer = 0;
  let anonymous = !options.identity;

  const healthy = () => navigator.onLine && failures === 0;
  const socketIsOpen = () => socket !== null && socket.readyState === WebSocket.OPEN;
  const active = () => !panel.hidden || memory.outbox.length > 0 || Date.now() - memory.spokeAt < LISTENS;
  const jitter = () => 0.7 + 0.6 * Math.random();

  class Refused extends Error {}

  async function call(path, request) {
    const headers = request && request.body ? { 'content-type': 'application/json' } : {};
    const token = memory.token;
    if (token) headers.authorization = 'Bearer ' + token;
    let response;
    try {
      response = await fetch(api + path, { ...request, headers, signal: AbortSignal.timeout(15000) });
    } catch (error) {
      failures++;
      showNotice();
      throw error;
    }
    if (response.status === 401 && token) {
      // It ran out: begin anew, keep what is on the screen.
      change((kept) => {
        if (kept.token === token) Object.assign(kept, { token: '', cursor: '' });
      });
      hangUp();
      throw new Error('The session has ended');
    }
    if (response.status === 429) {
      slowUntil = Date.now() + 1000 * Math.min(120, Math.max(1, Number(response.headers.get('retry-after')) || 5));
      showNotice();
      throw new Error('Too much at once');
    }
    if (response.status >= 400 && response.status < 500) throw new Refused(String(response.status));
    if (!response.ok) {
      failures++;
      showNotice();
      throw new Error('HTTP ' + response.status);
    }
    failures = 0;
    showNotice();
    return response.json();
  }

  function session() {
    if (memory.token) return undefined;
    return alone('session', async () => {
      look();
      if (memory.token) return; // another tab was quicker
      const answer = await newSession().catch((error) => {
        if (!(error instanceof Refused) || anonymous) throw error;
        console.warn('Shopbell: data-identity was refused (' + error.message + '); the visitor chats as a stranger.');
        anonymous = true;
        return newSession();
      });
      change((kept) => Object.assign(kept, { token: answer.token, socketUrl: answer.socketUrl || '', cursor: '' }));
    });
  }

  function newSession() {
    return call('/web/sessions', { method: 'POST', body: JSON.stringify(anonymous ? {} : { identity: options.identity }) });
  }

  function hear(answer, overHttp) {
    if (answer.typing) {
      showTyping(answer.typing, 8000);
      return 0;
    }
    const heard = answer.messages || [];
    let news = 0;
    change((kept) => {
      const known = new Map(kept.messages.map((message) => [message.id, message]));
      for (const message of heard) {
        const mine = known.get(message.id);
        if (mine) {
          delete mine.state;
          if (message.attachments && message.attachments[0].href && !(mine.attachments && mine.attachments[0].href)) {
            mine.attachments = message.attachments; // now it can be opened
            forget(message.id);
          }
          kept.outbox = kept.outbox.filter((each) => each.id !== message.id);
          continue;
        }
        const from = message.from === 'customer' || message.from === 'agent' ? message.from : 'bot';
        kept.messages.push({ ...message, from });
        if (from !== 'customer') news++;
      }
      // A push may have been lost on the way, so only what HTTP told moves the cursor; ids drop what comes twice.
      if (overHttp && answer.cursor) kept.cursor = answer.cursor;
      if (news && !watched() && overHttp !== 'history') kept.unread += news;
    });
    if (news > 0) {
      awaiting = 0;
      heardAt = Date.now();
      typing.remove();
    }
    if (heard.length) show();
    return heard.length;
  }

  async function catchUp() {
    await session();
    for (let pages = 0; pages < 20; pages++) {
      const before = memory.cursor;
      const answer = await call('/web/messages?after=' + encodeURIComponent(before));
      // From the very beginning it is history, as after a login, and no news.
      if (hear(answer, before ? 'news' : 'history') === 0 || memory.cursor === before) return;
    }
  }

  function say(content, text, attachments) {
    const id = typeof crypto.randomUUID === 'function' ? crypto.randomUUID()
      : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    awaiting = Date.now();
    change((kept) => {
      kept.messages.push({ id, from: 'customer', text, at: new Date().toISOString(), state: 'waiting', attachments });
      kept.outbox.push({ id, ...content });
      kept.spokeAt = Date.now();
    });
    show();
    if (navigator.onLine) showTyping('bot', 20000);
    flush();
  }

  let flushing = null;

  /** Sends what waits, in order. It leaves the outbox only when the server has said that it is kept, or never will be. */
  function flush() {
    flushing = flushing || alone('outbox', empty).catch(() => {}).finally(() => {
      flushing = null;
      showNotice();
      schedule();
    });
    return flushing;
  }

  async function empty() {
    for (look(); memory.outbox.length > 0 && navigator.onLine && Date.now() >= slowUntil; look()) {
      const next = memory.outbox[0];
      await session();
      let state = '';
      try {
        await call('/web/messages', { method: 'POST', body: JSON.stringify(next) });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        state = 'refused';
      }
      change((kept) => {
        kept.outbox = kept.outbox.filter((each) => each.id !== next.id);
        const message = kept.messages.find((each) => each.id === next.id);
        if (message) message.state = state;
      });
      if (state) typing.remove();
      show();
    }
  }

  function dial() {
    if (!memory.socketUrl || socket || !('WebSocket' in window) || !navigator.onLine) return;
    socketTriedAt = Date.now();
    const url = new URL(memory.socketUrl);
    url.searchParams.set('token', memory.token);
    let opened = false;
    const mine = new WebSocket(url);
    socket = mine;
    mine.addEventListener('open', () => {
      opened = true;
      socketFailures = 0;
      catchUp().then(schedule).catch(schedule);
    });
    mine.addEventListener('message', (event) => {
      const answer = json(event.data);
      if (answer) hear(answer, false);
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

  /** How long until the next look, in ms: soon while an answer is due, ever later while nothing happens. */
  function pause() {
    if (Date.now() < slowUntil) return slowUntil - Date.now() + 1000 * Math.random();
    if (failures > 0) return Math.min(30000, 1000 * 2 ** failures) * jitter();
    if (memory.outbox.length) return 1000 * jitter();
    if (socketIsOpen()) return 120000 * jitter();
    if (awaiting && Date.now() - awaiting < 20000) return 700 + (Date.now() - awaiting) / 8;
    return document.hidden || panel.hidden ? 60000 : Math.min(60000, 5000 + (Date.now() - heardAt) / 10);
  }

  function schedule() {
    clearTimeout(timer);
    if (active()) timer = setTimeout(beat, pause());
  }

  async function beat() {
    try {
      if (navigator.onLine && Date.now() >= slowUntil) {
        await session();
        if (Date.now() - socketTriedAt > Math.min(60000, 1000 * 4 ** socketFailures) * jitter()) dial();
        await catchUp();
        await flush();
      }
    } catch {
      // Counted in call().
    }
    schedule();
  }

  /** The network, the page or the machine is back: what seems to be open may long be dead. */
  function wake() {
    failures = 0;
    socketFailures = 0;
    socketTriedAt = 0;
    hangUp();
    showNotice();
    if (active()) beat();
  }

  // ---------------------------------------------------------------- what the visitor does

  let opener = launcher;

  function open(by) {
    if (panel.hidden) {
      opener = by || launcher;
      panel.hidden = false;
      root.classList.add('open');
      launcher.setAttribute('aria-expanded', 'true');
      panel.setAttribute('aria-modal', String(getComputedStyle(launcher).display === 'none'));
      show();
      read();
      log.scrollTop = log.scrollHeight;
      if (Date.now() - awaiting < 20000) showTyping('bot', 20000);
      socketTriedAt = 0;
      beat();
    }
    if (by) input.focus();
  }

  function shut() {
    panel.hidden = true;
    root.classList.remove('open');
    launcher.setAttribute('aria-expanded', 'false');
    showUnread();
    (opener.isConnected ? opener : launcher).focus();
  }

  function submit() {
    const text = input.value.trim();
    if (upload && !upload.id) {
      upload.goes = true; // as soon as it is there
      return;
    }
    if (!text && !upload) return;
    input.value = '';
    fit();
    if (!upload) {
      say({ text }, text);
      return;
    }
    const { id, file } = upload;
    const kind = file.type.startsWith('image/') ? 'image' : 'document';
    putAway();
    say(text ? { attachment: id, text } : { attachment: id }, text, [{ kind, name: file.name, type: file.type }]);
  }

  // ---------------------------------------------------------------- files

  let upload = null; // the one file that is on its way or waits to be sent: {file, request, id, goes}

  /** Shows the file above the form; it goes to the shop at once, and to the conversation when the visitor sends it. */
  async function choose(file) {
    putAway();
    complain('');
    const type = file.type || (/\.txt$/i.test(file.name) ? 'text/plain' : '');
    if (!TYPES.includes(type)) return complain(t.wrongType);
    if (file.size < 1 || file.size > LARGEST) return complain(t.tooLarge);
    const mine = { file: { name: file.name, type }, request: new XMLHttpRequest(), id: '', goes: false };
    upload = mine;
    const bar = element('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', t.sending);
    const state = element('p', '', t.sending);
    state.setAttribute('role', 'status');
    const words = element('div');
    words.append(element('p', '', file.name), state, bar);
    const cancel = iconButton('', t.cancel, CROSS);
    cancel.addEventListener('click', () => {
      putAway();
      attach.focus();
    });
    tray.replaceChildren(icon(SHEET), words, cancel);
    tray.hidden = false;
    input.focus();
    try {
      await session();
      const body = JSON.stringify({ name: file.name, type, size: file.size });
      const place = await call('/web/uploads', { method: 'POST', body });
      if (upload !== mine) return;
      await put(mine.request, place, file, (share) => { bar.value = share; });
      if (upload !== mine) return;
      mine.id = place.id;
      bar.remove();
      state.textContent = t.ready;
      if (mine.goes) submit();
    } catch (error) {
      if (upload !== mine) return; // taken back
      putAway();
      complain(error instanceof Refused && error.message === '413' ? t.tooLarge
        : error instanceof Refused && error.message === '415' ? t.wrongType : Date.now() < slowUntil ? t.slow : t.lost);
    }
  }

  /** Puts the bytes where the server said. The old way, since the new one does not tell how far it is. */
  function put(request, place, file, progress) {
    return new Promise((done, failed) => {
      request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
      request.addEventListener('load', () => (request.status === 200 ? done() : failed(new Error(String(request.status)))));
      for (const name of ['error', 'abort', 'timeout']) request.addEventListener(name, () => failed(new Error(name)));
      request.open('PUT', place.url);
      for (const [name, value] of Object.entries(place.headers)) request.setRequestHeader(name, value);
      request.send(file);
    });
  }

  function putAway() {
    const old = upload;
    upload = null;
    tray.hidden = true;
    tray.replaceChildren();
    picker.value = '';
    if (old && !old.id) old.request.abort();
  }

  let complaint = '';

  function complain(text) {
    complaint = text;
    showNotice();
  }

  attach.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => picker.files.length && choose(picker.files[0]));

  /** One file at a time; of several the first, and the visitor sees which. */
  function takeFiles(transfer, event) {
    const file = transfer && transfer.files[0];
    if (!file) return;
    event.preventDefault();
    choose(file);
  }

  // Copied words of an office program bring a picture of themselves along, and words are meant. A copied picture may come with
  // markup, a copied file with its name: those are files.
  input.addEventListener('paste', (event) => {
    const types = event.clipboardData ? event.clipboardData.types : [];
    if (!(types.includes('text/plain') && types.includes('text/html'))) takeFiles(event.clipboardData, event);
  });

  const holdsFiles = (event) => !!event.dataTransfer && event.dataTransfer.types.includes('Files');
  for (const name of ['dragenter', 'dragover']) {
    panel.addEventListener(name, (event) => {
      if (!holdsFiles(event)) return; // words are dropped into the field, as everywhere
      event.preventDefault(); // or the browser would leave the page for the file
      event.dataTransfer.dropEffect = 'copy';
      zone.hidden = false;
    });
  }
  panel.addEventListener('dragleave', (event) => {
    if (!panel.contains(event.relatedTarget)) zone.hidden = true;
  });
  panel.addEventListener('drop', (event) => {
    zone.hidden = true;
    if (holdsFiles(event)) takeFiles(event.dataTransfer, event);
  });

  function fit() {
    input.rows = Math.min(4, Math.max(1, input.value.split('\n').length, Math.ceil(input.value.length / 34)));
  }

  /** While the chat is open, Tab stays in it; Escape leaves. */
  function keepFocus(event) {
    if (panel.hidden) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      shut();
    }
    if (event.key !== 'Tab') return;
    const stops = [...root.querySelectorAll('button, a[href], textarea, audio, video, [tabindex="0"]')]
      .filter((each) => each.getClientRects().length > 0);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (shadow.activeElement === edge) {
      event.preventDefault();
      stops[event.shiftKey ? stops.length - 1 : 0].focus();
    }
  }

  launcher.addEventListener('click', () => (panel.hidden ? open(launcher) : shut()));
  close.addEventListener('click', shut);
  root.addEventListener('keydown', keepFocus);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', () => {
    fit();
    if (complaint) complain('');
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  document.addEventListener('click', (event) => {
    const by = event.target instanceof Element && event.target.closest('[data-shopbell-open]');
    if (by) open(by);
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    look();
    show();
    const last = memory.messages[memory.messages.length - 1];
    if (last && last.from !== 'customer') {
      awaiting = 0;
      typing.remove(); // another tab has heard the answer
    }
    showNotice();
    schedule();
  });
  window.addEventListener('online', wake);
  window.addEventListener('offline', showNotice);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wake();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    read();
    if (active()) beat();
  });
  let tickedAt = Date.now();
  setInterval(() => {
    // Timers stand still while a machine sleeps, the clock does not. Hidden pages tick once a minute.
    if (Date.now() - tickedAt > 150000) wake();
    tickedAt = Date.now();
  }, 30000);

  // ---------------------------------------------------------------- colours

  function dress() {
    const dark = options.theme ? options.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.classList.toggle('dark', dark);
    if (options.accent) root.style.setProperty('--accent', options.accent);
    for (const name of ['--accent-ink', '--accent-text']) root.style.removeProperty(name);
    const paint = getComputedStyle(launcher);
    const [accent, ink, paper] = [paint.backgroundColor, paint.color, getComputedStyle(panel).backgroundColor].map(light);
    // WCAG 2.2, 1.4.3: words need 4.5 to 1, whatever colour the shop has.
    if (contrast(accent, ink) < 4.5) root.style.setProperty('--accent-ink', contrast(accent, 0) > contrast(accent, 1) ? '#000' : '#fff');
    if (contrast(accent, paper) < 4.5) root.style.setProperty('--accent-text', 'var(--ink)');
  }

  /** Relative luminance. Source: WCAG 2.2, "relative luminance". */
  function light(colour) {
    const [r, g, b] = (colour.match(/[\d.]+/g) || [0, 0, 0]).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

  function begin() {
    document.body.append(host);
    dress();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
    show();
    if ('open' in options) open(null);
    else if (active()) beat();
  }

  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
})();
