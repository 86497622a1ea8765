import { lazily } from '../../lazy.ts';

const entities = lazily<typeof import('entities')>('entities');

/** The characters that `&aring;`, `&#248;` and `&amp;` stand for; an `&` that begins none of them is one. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? entities().decodeHTMLStrict(text) : text;
}

// What the text of cues is marked up with; anything else between < and > was said, or stands for what was.
const MARK = /^\/?(?:c|i|b|u|s|em|strong|font|span|p|div|lang|ruby|rt)(?:[.\s/][^]*)?$|^\d+:[\d:.,]+$/i;
const VOICE = /^v(?:\.\S*)?(?:\s+([^]*))?$/;
// Where captions stand on the screen, in files made from other formats.
const PLACE = /\{\\[^{}]*\}/g;

/** Words, and whose voice they are in, where the text says. */
export interface Voiced {
  readonly voice: string | undefined;
  readonly text: string;
}

/** The words of a cue without tags, with its entities as what they stand for, divided by `<v Name>`; voices may be nested. */
export function readMarkup(marked: string): Voiced[] {
  const said: { voice: string | undefined; text: string }[] = [];
  const voices: (string | undefined)[] = [];
  const add = (text: string): void => {
    const last = said.at(-1);
    const voice = voices.at(-1);
    if (last && last.voice === voice) last.text += text;
    else if (text.trim() !== '') said.push({ voice, text });
  };
  for (const [i, part] of marked
    .replace(PLACE, '')
    .split(/<([^<>]*)>/)
    .entries()) {
    const voice = i % 2 === 1 ? VOICE.exec(part) : null;
    if (i % 2 === 0) add(part);
    else if (voice) voices.push(decodeEntities(voice[1] ?? '').trim() || undefined);
    else if (/^\/v\s*$/.test(part)) voices.pop();
    else if (/^br\s*\/?$/i.test(part)) add('\n');
    else if (!MARK.test(part)) add(`<${part}>`);
  }
  return said.map(({ voice, text }) => ({ voice, text: decodeEntities(text) }));
}
