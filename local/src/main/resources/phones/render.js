/*
 * Draws what a platform was asked to send, from the request itself. Sources: developers.facebook.com/docs/messenger-platform
 * (Send API, templates, quick replies), developers.facebook.com/documentation/business-messaging/whatsapp (messages),
 * twilio.com/docs/messaging/api/message-resource, docs.aws.amazon.com/sms-voice (SendTextMessage), core.telegram.org/bots/api.
 *
 * A press is told as {kind, text, value}. Nothing here makes HTML of words.
 */
import { describe } from './segments.js';

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function safe(address) {
  try {
    const url = new URL(address);
    return ['https:', 'http:', 'tel:', 'mailto:'].includes(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

function link(address, title, className) {
  const url = safe(address);
  const node = element(url ? 'a' : 'span', className, title || address);
  if (url) {
    node.href = url;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
  }
  return node;
}

function words(text, className) {
  const node = element('p', className || 'words');
  node.dir = 'auto';
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g)) {
    node.append(text.slice(at, found.index), link(found[0], found[0]));
    at = found.index + found[0].length;
  }
  node.append(text.slice(at));
  return node;
}

function picture(address, alternative) {
  const url = safe(address);
  const image = element('img');
  image.alt = alternative;
  image.referrerPolicy = 'no-referrer';
  image.addEventListener('error', () => image.replaceWith(element('p', 'missing', `The picture cannot be loaded: ${address}`)));
  if (url.startsWith('http')) image.src = url;
  else return element('p', 'missing', `A platform would refuse this picture's address: ${address}`);
  return image;
}

function media(kind, address, name) {
  if (kind === 'image' || kind === 'sticker') return picture(address, name || 'Image');
  if ((kind === 'video' || kind === 'audio') && safe(address).startsWith('https')) {
    const node = element(kind);
    node.controls = true;
    node.preload = 'none';
    node.src = address;
    return node;
  }
  const node = element('p', 'file');
  node.append(link(address, name || 'File'));
  return node;
}

function place(at) {
  const node = element('div', 'place');
  node.append(element('strong', '', at.name || 'Location'));
  if (at.address) node.append(element('p', '', at.address));
  node.append(link(`https://www.openstreetmap.org/?mlat=${Number(at.latitude)}&mlon=${Number(at.longitude)}#map=17/${Number(at.latitude)}/${Number(at.longitude)}`,
    `${at.latitude}, ${at.longitude}`));
  return node;
}

function button(title, press, className) {
  const node = element('button', className, title);
  node.type = 'button';
  node.addEventListener('click', press);
  return node;
}

// ---------------------------------------------------------------- templates

/** As the stand-in shows it: words, labels and addresses are registered with the platform, and not in the request. */
export function template({ shown, channel, id }, press) {
  const node = bubble();
  if (shown.picture) node.append(header(shown.picture));
  if (shown.title) node.append(element('p', 'label', shown.title));
  if (shown.body) node.append(words(shown.body));
  if (shown.footer) node.append(element('p', 'footer', shown.footer));
  const buttons = element('div', 'buttons');
  buttons.append(...(shown.buttons || []).map((each) => templateButton(each, (text, value) =>
    press({ kind: channel === 'whatsapp' ? 'template' : 'postback', text, value, of: id }))));
  if (buttons.childElementCount) node.append(buttons);
  return { nodes: [node], offers: [] };
}

function header(parameter) {
  const what = parameter[parameter.type] || {};
  if (parameter.type === 'location') return place(what);
  return media(parameter.type, what.link || '', what.filename);
}

function templateButton({ kind, title, value }, press) {
  if (kind === 'url') return link(value, title, 'button');
  if (kind === 'call') return link(`tel:${value}`, title, 'button');
  if (kind === 'reply') return button(title, () => press(title, value), 'button');
  const node = button(kind === 'code' ? `${title}: ${value}` : title, () => kind === 'code' && navigator.clipboard?.writeText(value), 'button');
  node.disabled = kind === 'flow';
  return node;
}

function unknown(request) {
  const node = element('details', 'bubble');
  const body = element('pre', '', JSON.stringify(request, null, 2));
  body.tabIndex = 0;
  node.append(element('summary', '', 'This page cannot draw it yet'), body);
  return node;
}

function cards(list) {
  const node = element('ul', 'cards');
  node.tabIndex = 0;
  node.setAttribute('aria-label', `${list.length} cards`);
  node.append(...list);
  return list.length ? node : '';
}

// ---------------------------------------------------------------- Messenger

export function messenger(request, press) {
  const message = request.message || {};
  const found = [];
  if (message.text) found.push(bubble(words(message.text)));
  const { type, payload = {} } = message.attachment || {};
  if (type === 'template') found.push(messengerTemplate(payload, press));
  else if (type) found.push(bubble(media(type, payload.url || '', payload.name)));
  return {
    nodes: found.length ? found : [unknown(request)],
    offers: (message.quick_replies || []).filter((each) => each.content_type === 'text')
      .map((each) => button(each.title, () => press({ kind: 'quick_reply', text: each.title, value: each.payload }), 'quick')),
  };
}

function messengerTemplate(payload, press) {
  if (payload.template_type === 'generic') {
    return cards((payload.elements || []).map((card) => {
      const node = element('li', 'card');
      if (card.image_url) node.append(picture(card.image_url, ''));
      node.append(element('h3', '', card.title || ''));
      if (card.subtitle) node.append(element('p', '', card.subtitle));
      node.append(...(card.buttons || []).map((each) => messengerButton(each, press)));
      return node;
    }));
  }
  const node = bubble();
  if (payload.text) node.append(words(payload.text));
  for (const each of payload.elements || []) if (each.url) node.append(media(each.media_type, each.url));
  const buttons = payload.buttons || (payload.elements || []).flatMap((each) => each.buttons || []);
  node.append(...buttons.map((each) => messengerButton(each, press)));
  return node.childElementCount ? node : unknown(payload);
}

function messengerButton(each, press) {
  if (each.type === 'web_url') return link(each.url, each.title, 'button');
  if (each.type === 'phone_number') return link(`tel:${each.payload}`, each.title, 'button');
  return button(each.title, () => press({ kind: 'postback', text: each.title, value: each.payload }), 'button');
}

// ---------------------------------------------------------------- WhatsApp

export function whatsapp(request, press, openList) {
  const shown = request[request.type] || {};
  switch (request.type) {
    case 'text':
      return { nodes: [bubble(words(shown.body || ''))], offers: [] };
    case 'image': case 'video': case 'audio': case 'document': case 'sticker': {
      const node = bubble(media(request.type, shown.link || '', shown.filename));
      if (shown.caption) node.append(words(shown.caption));
      return { nodes: [node], offers: [] };
    }
    case 'location':
      return { nodes: [bubble(place(shown))], offers: [] };
    case 'interactive':
      return { nodes: [interactive(shown, press, openList)], offers: [] };
    default:
      return { nodes: [unknown(request)], offers: [] };
  }
}

function interactive(shown, press, openList) {
  const action = shown.action || {};
  const node = bubble();
  const header = shown.header;
  if (header) node.append(header.type === 'text' ? element('p', 'label', header.text) : media(header.type, (header[header.type] || {}).link || ''));
  if (shown.body) node.append(words(shown.body.text || ''));
  if (shown.footer) node.append(element('p', 'footer', shown.footer.text));
  const buttons = element('div', 'buttons');
  for (const each of action.buttons || []) {
    const { id, title } = each.reply || {};
    buttons.append(button(title, () => press({ kind: 'button', text: title, value: id }), 'button'));
  }
  if (shown.type === 'list') {
    const opener = button(`☰ ${action.button || ''}`, () => openList(action.button || '', action.sections || [],
      (row) => press({ kind: 'list', text: row.title, value: row.id })), 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    buttons.append(opener);
  }
  if (shown.type === 'cta_url') buttons.append(link((action.parameters || {}).url || '', (action.parameters || {}).display_text, 'button'));
  if (shown.type === 'flow') {
    const parameters = action.parameters || {};
    const opener = button(parameters.flow_cta || 'Flow', () => {}, 'button');
    opener.disabled = true;
    buttons.append(opener, element('p', 'footer', `Flow ${parameters.flow_id || parameters.flow_name || ''}: opens on a real phone only`));
  }
  if (action.cards) {
    const list = action.cards.map((card) => {
      const item = element('li', 'card');
      item.append(interactive(card, press, openList));
      return item;
    });
    node.append(cards(list));
  }
  if (buttons.childElementCount) node.append(buttons);
  return node;
}

// ---------------------------------------------------------------- SMS

export function sms(request) {
  const text = request.Body || request.MessageBody || [request.ContentSid, request.ContentVariables].filter(Boolean).join(' ');
  const node = bubble(words(text));
  for (const address of [request.MediaUrl || []].flat()) node.append(media('image', address));
  node.append(element('p', 'footer', describe(text)));
  return { nodes: [node], offers: [] };
}

// ---------------------------------------------------------------- Telegram

const ATTACHED = { photo: 'image', video: 'video', audio: 'audio', document: 'file' };

export function telegram(request, press) {
  const node = bubble();
  const kind = Object.keys(ATTACHED).find((each) => request[each]);
  if (kind) node.append(media(ATTACHED[kind], request[kind]));
  const text = request.text || request.caption;
  if (text) node.append(words(text));
  if (request.latitude !== undefined) node.append(place({ ...request, name: request.title }));
  for (const row of (request.reply_markup || {}).inline_keyboard || []) {
    for (const each of row) {
      node.append(each.url ? link(each.url, each.text, 'button')
        : button(each.text, () => press({ kind: 'pressed', text: each.text, value: each.callback_data }), 'button'));
    }
  }
  return { nodes: [node.childElementCount ? node : unknown(request)], offers: [] };
}

export function bubble(...content) {
  const node = element('div', 'bubble');
  node.append(...content);
  return node;
}
