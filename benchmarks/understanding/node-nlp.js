// Examines node-nlp on rows of text<TAB>intent: node node-nlp.js TRAIN TEST [LANGUAGE]
// Keeps what it learned:                        node node-nlp.js save TRAIN FILE [LANGUAGE]
// Answers once, from what was kept:             node node-nlp.js ask FILE TEXT [LANGUAGE]
const fs = require('fs');
const { NlpManager } = require('node-nlp');

const rows = file => fs.readFileSync(file, 'utf8').split('\n').filter(line => line.includes('\t')).map(line => line.split('\t'));

// node-nlp learns worse in the order of a file than shuffled: mulberry32 with a fixed seed.
function shuffled(list) {
  let state = 7;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function managerOf(language) {
  return new NlpManager({ languages: [language], forceNER: false, nlu: { log: false, useNoneFeature: false }, autoSave: false });
}

function learning(train, language) {
  const manager = managerOf(language);
  shuffled(rows(train)).forEach(([text, intent]) => manager.addDocument(language, text, intent));
  return manager;
}

async function save([train, file, language = 'en']) {
  const manager = learning(train, language);
  await manager.train();
  manager.save(file);
}

async function ask([file, text, language = 'en']) {
  const manager = managerOf(language);
  manager.load(file);
  const { classifications = [] } = await manager.process(language, text);
  console.log(classifications.length ? classifications[0].intent : '');
}

async function examine([train, test, language = 'en']) {
  const manager = learning(train, language);
  const started = process.hrtime.bigint();
  await manager.train();
  const trainSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  const times = [];
  let right = 0;
  const asked = rows(test);
  for (const [text, intent] of asked) {
    const before = process.hrtime.bigint();
    const { classifications = [] } = await manager.process(language, text);
    times.push(Number(process.hrtime.bigint() - before) / 1e6);
    const best = classifications.filter(one => one.intent !== 'None')[0];
    right += best && best.intent === intent ? 1 : 0;
  }
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  console.log(JSON.stringify({ accuracy: right / asked.length, p50Ms: at(0.5), p99Ms: at(0.99), trainSeconds }));
}

const [verb, ...rest] = process.argv.slice(2);
const work = verb === 'save' ? save(rest) : verb === 'ask' ? ask(rest) : examine([verb, ...rest]);
work.catch(error => {
  console.error(error);
  process.exit(1);
});
