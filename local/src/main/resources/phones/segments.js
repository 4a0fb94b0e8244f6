/* How many segments an SMS takes. Source: 3GPP TS 23.038, 6.2.1 (GSM 7 bit default alphabet and its extension table). */

const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** @returns {{encoding: string, segments: number, units: number, odd: string}} odd: the first character that is not GSM-7 */
export function segments(text) {
  let septets = 0;
  let odd = '';
  for (const character of text) {
    if (BASIC.includes(character)) septets += 1;
    else if (EXTENSION.includes(character)) septets += 2;
    else odd ||= character;
  }
  if (!odd) return { encoding: 'GSM-7', units: septets, segments: septets <= 160 ? 1 : parts(text, 153, (c) => (EXTENSION.includes(c) ? 2 : 1)), odd };
  return { encoding: 'UCS-2', units: text.length, segments: text.length <= 70 ? 1 : parts(text, 67, (c) => c.length), odd };
}

/** A character of two units does not fall into two parts. */
function parts(text, size, weight) {
  let count = 1;
  let used = 0;
  for (const character of text) {
    if (used + weight(character) > size) {
      count++;
      used = 0;
    }
    used += weight(character);
  }
  return count;
}

export function describe(text) {
  const found = segments(text);
  const why = found.odd ? `, because of “${found.odd}”` : '';
  return `${found.segments} segment${found.segments === 1 ? '' : 's'} · ${found.encoding}${why}`;
}
