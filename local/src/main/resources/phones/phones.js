/* The page of phones, the usual four first: see Phones.java for what it talks with. */
import { element, bubble, template, messenger, whatsapp, sms, telegram } from './render.js';
import { describe } from './segments.js';

const $ = (id) => document.getElementById(id);
const digits = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');

const KINDS = {
  messenger: { name: 'Messenger', face: '⚡', person: () => `2${digits(15)}`, draw: messenger },
  whatsapp: { name: 'WhatsApp', face: '✆', person: () => `34600${digits(6)}`, draw: whatsapp },
  sms: { name: 'SMS', face: '✉', person: () => `+1555${digits(7)}`, draw: sms },
  telegram: { name: 'Telegram', face: '➤', person: () => `7${digits(9)}`, draw: telegram },
  'aws-sms': { name: 'SMS by AWS', face: '✉', person: () => `+1555${digits(7)}`, draw: sms },
};

// ---------------------------------------------------------------- what is remembered: who is on the phones, and what they said

let kept = { seen: 0, people: {}, said: {} };
try {
  kept = Object.assign(kept, JSON.parse(localStorage.getItem('shopbell phones') || '{}'));
} catch {
  // Forbidden or spoilt: the phones begin anew.
}

function keep() {
  try {
    localStorage.setItem('shopbell phones', JSON.stringify(kept));
  } catch {
    // Forbidden: they forget with the page.
  }
}

let notifying = 0;
function notify(text) {
  clearTimeout(notifying);
  $('notice').textContent = text;
  $('notice').hidden = !text;
}

async function call(path, body, method) {
  const response = await fetch(path, { method: method || (body ? 'POST' : 'GET'), body: body && JSON.stringify(body) });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.message || `${path} answered ${response.status}`);
  return answer;
}

// ---------------------------------------------------------------- one phone

class Phone {
  constructor(channel, kind) {
    this.channel = channel;
    this.kind = kind;
    this.node = $('phone').content.firstElementChild.cloneNode(true);
    this.node.classList.add(channel);
    this.node.id = `phone-${channel}`;
    this.log = this.find('.log');
    this.find('.face').textContent = kind.face;
    this.find('h2').textContent = kind.name;
    this.log.setAttribute('aria-label', `What was said on ${kind.name}`);
    this.find('.text').setAttribute('aria-label', `Message on ${kind.name}`);
    this.find('.text').placeholder = 'Message';
    this.find('.renew').setAttribute('aria-label', `New customer on ${kind.name}`);
    this.find('.renew').addEventListener('click', () => this.renew());
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.find('.text').value.trim();
      if (!text) return;
      this.find('.text').value = '';
      this.count();
      this.say({ kind: 'text', text, value: '' });
    });
    if (channel.endsWith('sms')) this.find('.text').addEventListener('input', () => this.count());
    this.person = kept.people[channel] || (kept.people[channel] = kind.person());
    this.show();
  }

  find(selector) {
    return this.node.querySelector(selector);
  }

  /** Begins anew as somebody who never wrote. */
  renew() {
    this.person = kept.people[this.channel] = this.kind.person();
    kept.said[this.channel] = [];
    keep();
    this.show();
    this.find('.text').focus();
  }

  show() {
    this.find('.person').textContent = this.channel === 'messenger' || this.channel === 'telegram' ? `as ${this.person}` : `from ${this.channel === 'whatsapp' ? '+' : ''}${this.person}`;
    this.log.replaceChildren();
    for (const said of kept.said[this.channel] || []) this.add(this.mine(said), said.at);
  }

  count() {
    const text = this.find('.text').value;
    this.find('.segments').textContent = text ? describe(text) : '';
    this.find('.segments').hidden = !text;
  }

  complain(text) {
    this.find('.error').textContent = text;
    this.find('.error').hidden = !text;
  }

  async say(deed) {
    this.offer([]);
    this.complain('');
    const said = { text: deed.text, at: Date.now(), state: 'sent' };
    (kept.said[this.channel] ||= []).push(said);
    kept.said[this.channel] = kept.said[this.channel].slice(-100);
    const node = this.mine(said);
    this.add(node, said.at);
    try {
      const { arrivals } = await call('/phones/messages', { channel: this.channel, from: this.person, ...deed, ...weather() });
      const refused = arrivals.find((each) => each.status < 200 || each.status > 299);
      if (refused) throw new Error(`The webhook answered ${refused.status}: ${refused.body.slice(0, 200)}`);
      said.state = 'delivered';
    } catch (error) {
      said.state = 'failed';
      this.complain(error.message);
    }
    node.querySelector('.tick').replaceWith(tick(said.state));
    keep();
  }

  mine(said) {
    const node = element('div', 'message mine');
    const words = element('p', 'words', said.text);
    words.dir = 'auto';
    const box = bubble(words);
    box.append(tick(said.state));
    node.append(box);
    return node;
  }

  /** What the platform took for this person, in the order in which it was said. */
  hear(sent) {
    if (sent.to !== this.person) return;
    const node = element('div', 'message');
    const { nodes, offers } = sent.shown
      ? template(sent, (deed) => this.say(deed))
      : this.kind.draw(sent.request, (deed) => this.say(deed), openList);
    node.append(...nodes);
    const status = element('p', 'status');
    node.append(status);
    this.add(node, Date.parse(sent.at));
    this.follow(status, sent.statuses || []);
    this.offer(offers);
    if (kept.said[this.channel]?.some((said) => said.at > Date.parse(sent.at))) this.offer([]);
  }

  /** Statuses as the platform tells the webhook; the last ones are yet to come when a message is new. */
  follow(node, statuses) {
    statuses.forEach((each) => {
      setTimeout(() => {
        node.replaceChildren(tick(each.status));
      }, Math.max(0, Date.parse(each.at) - Date.now()));
    });
  }

  /** Quick replies stand under the last message, until something is said. */
  offer(offers) {
    this.find('.offers')?.remove();
    if (!offers.length) return;
    const row = element('div', 'offers');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Quick replies');
    row.append(...offers);
    this.log.append(row);
    this.log.scrollTop = this.log.scrollHeight;
  }

  add(node, at) {
    node.dataset.at = at;
    const later = [...this.log.querySelectorAll('.message')].find((each) => Number(each.dataset.at) > at);
    this.log.insertBefore(node, later || this.find('.offers'));
    this.log.scrollTop = this.log.scrollHeight;
  }
}

function tick(state) {
  const [sign, label] = { sent: ['✓', 'sent'], delivered: ['✓✓', 'delivered'], read: ['✓✓', 'read'], failed: ['✕', 'not delivered'] }[state] || ['', state];
  const node = element('span', `tick ${state}`);
  const drawn = element('span', '', sign);
  drawn.setAttribute('aria-hidden', 'true');
  node.append(drawn, ` ${label}`);
  return node;
}

function openList(title, sections, choose) {
  const sheet = $('sheet');
  $('sheet-title').textContent = title === '☰' || !title ? 'Choose' : title;
  const rows = sheet.querySelector('.rows');
  rows.replaceChildren();
  for (const section of sections) {
    if (section.title) rows.append(element('h3', '', section.title));
    for (const row of section.rows || []) {
      const button = element('button', 'row');
      button.type = 'button';
      button.append(element('strong', '', row.title));
      if (row.description) button.append(element('span', '', row.description));
      button.addEventListener('click', () => {
        sheet.close();
        choose(row);
      });
      rows.append(button);
    }
  }
  sheet.showModal();
}

// ---------------------------------------------------------------- bad days

function weather() {
  return { copies: Number($('copies').value) || 1, delayMillis: Number($('delay').value), shuffled: $('shuffled').checked };
}

function showWeather(planned) {
  const now = weather();
  const bad = [now.copies > 1 && `${now.copies} copies`, now.delayMillis && `${now.delayMillis / 1000} s late`, now.shuffled && 'shuffled', planned].filter(Boolean);
  $('weather-now').textContent = bad.length ? `(${bad.join(', ')})` : '';
}

for (const id of ['copies', 'delay', 'shuffled']) $(id).addEventListener('change', () => showWeather(''));

$('plan').addEventListener('click', async () => {
  const fault = $('fault').value;
  const status = Number(fault);
  const wish = { channel: $('where').value, mode: status ? 'status' : fault, count: Number($('count').value) || 1 };
  if (status) wish.status = status;
  if (fault === 'fail-later') wish.code = { whatsapp: '131000', sms: '30008', 'aws-sms': 'TEXT_UNREACHABLE' }[wish.channel] || '0';
  const what = `${$('fault').selectedOptions[0].textContent} ×${wish.count}`;
  try {
    await call('/_providers/faults', wish);
    showWeather(what);
    notify(`The next ${Number(wish.count) === 1 ? 'reply' : `${wish.count} replies`} on ${$('where').selectedOptions[0].textContent} will meet “${$('fault').selectedOptions[0].textContent}”.`);
  } catch (error) {
    notify(error.message);
  }
});

$('clear').addEventListener('click', async () => {
  $('copies').value = 1;
  $('delay').value = 0;
  $('shuffled').checked = false;
  try {
    await call('/_providers/faults', undefined, 'DELETE');
    notify('');
  } catch (error) {
    notify(error.message);
  }
  showWeather('');
});

$('sheet').querySelector('.dismiss').addEventListener('click', () => $('sheet').close());

// ---------------------------------------------------------------- all of them

const phones = Object.entries(KINDS).map(([channel, kind]) => new Phone(channel, kind));
const web = $('web').content.firstElementChild.cloneNode(true);
web.id = 'phone-web';
const nodes = phones.map((phone) => phone.node);
const sections = [...nodes.slice(0, 3), web, ...nodes.slice(3)];
document.querySelector('.phones').append(...sections);
keep();

const tabs = sections.map((section) => {
  const tab = element('button', '', section.querySelector('h2').textContent);
  tab.type = 'button';
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', section.id);
  tab.id = `tab-${section.id}`;
  section.setAttribute('aria-label', section.querySelector('h2').textContent);
  tab.addEventListener('click', () => select(section));
  return tab;
});
const tablist = document.querySelector('.tabs');
tablist.append(...tabs);
tablist.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
  select(sections[next]);
  tabs[next].focus();
});

function select(chosen) {
  sections.forEach((section, index) => {
    const isChosen = section === chosen;
    section.classList.toggle('chosen', isChosen);
    tabs[index].setAttribute('aria-selected', String(isChosen));
    tabs[index].tabIndex = isChosen ? 0 : -1;
  });
  sections.forEach((section) => section.querySelectorAll('.log').forEach((log) => { log.scrollTop = log.scrollHeight; }));
}

const narrow = matchMedia('(max-width: 899px)');
function arrange() {
  sections.forEach((section) => section.setAttribute('role', narrow.matches ? 'tabpanel' : 'region'));
  tablist.hidden = !narrow.matches;
}
narrow.addEventListener('change', arrange);
arrange();
select(sections[0]);

async function listen() {
  let after = 0;
  for (let failures = 0; ;) {
    try {
      const { messages, last } = await call(`/_providers/outbox?after=${after}&wait=${after ? 15000 : 0}`);
      if (last < kept.seen || last < after) {
        // A new server: nobody there knows these people any more.
        kept = { seen: 0, people: kept.people, said: {} };
        phones.forEach((phone) => phone.show());
        after = 0;
      }
      for (const sent of messages) {
        phones.find((phone) => phone.channel === sent.channel)?.hear(sent);
        after = sent.sequence;
      }
      after = Math.max(after, last);
      kept.seen = last;
      keep();
      if (failures) notify('');
      failures = 0;
      if (!after) await new Promise((resolve) => { setTimeout(resolve, 1000); });
    } catch (error) {
      failures++;
      notify(`./bot up does not answer (${error.message}). Trying again …`);
      await new Promise((resolve) => { setTimeout(resolve, Math.min(10000, 500 * 2 ** failures)); });
    }
  }
}
listen();
