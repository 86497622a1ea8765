import { CodifyError } from '../../errors.ts';
import { readXml, type XmlReader } from '../../files/xml.ts';
import { readCues, type Cue } from './cues.ts';
import type { Format } from './format.ts';

/** A stretch of speech in a tier. */
interface Annotation {
  readonly from: string;
  readonly to: string;
  text: string;
}

interface Tier {
  readonly id: string;
  readonly participant: string | undefined;
  readonly parent: string | undefined;
  readonly annotations: Annotation[];
  /** How many annotations refer to those of another tier. */
  references: number;
}

/** Reads an ELAN document: points in time, and tiers of annotations between them. */
class ElanReader implements XmlReader {
  /** In milliseconds, undefined for points that nobody has set; in the order of time. */
  readonly slots = new Map<string, number | undefined>();
  readonly tiers: Tier[] = [];
  #open: Annotation | undefined;
  #inValue = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['TIME_VALUE'];
    switch (name) {
      case 'TIME_SLOT':
        this.slots.set(attributes['TIME_SLOT_ID'] ?? '', value === undefined || !/^\d+$/.test(value) ? undefined : Number(value));
        break;
      case 'TIER':
        this.tiers.push({
          id: attributes['TIER_ID'] ?? '',
          participant: attributes['PARTICIPANT']?.trim() || undefined,
          parent: attributes['PARENT_REF'],
          annotations: [],
          references: 0,
        });
        break;
      case 'ALIGNABLE_ANNOTATION':
        this.#open = { from: attributes['TIME_SLOT_REF1'] ?? '', to: attributes['TIME_SLOT_REF2'] ?? '', text: '' };
        break;
      case 'ANNOTATION_VALUE':
        this.#inValue = true;
        break;
    }
  }

  close(name: string): void {
    const tier = this.tiers.at(-1);
    if (name === 'ANNOTATION_VALUE') this.#inValue = false;
    if (name === 'REF_ANNOTATION' && tier) tier.references += 1;
    if (name !== 'ALIGNABLE_ANNOTATION' || !this.#open) return;
    tier?.annotations.push(this.#open);
    this.#open = undefined;
  }

  text(text: string): void {
    if (this.#inValue && this.#open) this.#open.text += text;
  }
}

/** Where every point stands in time: one that nobody has set comes right after the one before it. */
function places(slots: ReadonlyMap<string, number | undefined>): Map<string, number> {
  const found = new Map<string, number>();
  let last = 0;
  for (const [id, value] of slots) {
    last = value ?? last;
    found.set(id, last);
  }
  return found;
}

const quoted = (tiers: readonly Tier[]): string => tiers.map(({ id }) => `"${id}"`).join(', ');

/** ELAN: a tier for each speaker, read in the order of time. Tiers that depend on another hold the same speech again. */
export const elan: Format = {
  name: 'elan',
  endings: ['.eaf'],
  recognises: ({ head }) => /<ANNOTATION_DOCUMENT[\s>]/.test(head),
  read(source) {
    const { path, bytes } = source;
    const reader = new ElanReader();
    readXml(bytes, path, reader);
    const { slots, tiers } = reader;
    if (tiers.length === 0) {
      throw new CodifyError('holds no tiers', { place: { path }, hint: 'open it in ELAN and save it anew, or export it as .srt' });
    }
    const own = tiers.filter(({ parent }) => parent === undefined);
    const dependent = tiers.filter((tier) => !own.includes(tier) && tier.annotations.length + tier.references > 0);
    const at = places(slots);
    const order = new Map([...slots.keys()].map((id, i) => [id, i]));
    const cues = own
      .flatMap(({ id, participant, annotations }) => annotations.map((annotation) => ({ ...annotation, speaker: participant ?? id })))
      .sort((a, b) => (at.get(a.from) ?? 0) - (at.get(b.from) ?? 0) || (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0))
      .map(({ speaker, text, from, to }): Cue => {
        const [start, end] = [slots.get(from), slots.get(to)];
        return { speaker, text, start: start === undefined ? undefined : start / 1000, end: end === undefined ? undefined : end / 1000 };
      });
    const notes = [`a speaker a tier: ${quoted(own.filter(({ annotations }) => annotations.length > 0))}`];
    if (dependent.length > 0) notes.push(`tiers that depend on another left out: ${quoted(dependent)}`);
    return [readCues(cues, source, notes)];
  },
};
