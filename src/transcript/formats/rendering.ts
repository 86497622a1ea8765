import type { Turn } from '../../model.ts';

/** Puts a transcript's text together, one turn a paragraph, and keeps where each turn stands in it. */
export class Rendering {
  text = '';
  readonly turns: Turn[] = [];

  /** Adds what somebody says; blank words are no turn. */
  add(speaker: string, said: string, line: number, time?: string): void {
    this.addPieces(speaker, [{ said, line, time }]);
  }

  /** Adds what somebody says in pieces, as one turn. */
  addPieces(speaker: string, pieces: readonly { readonly said: string; readonly line: number; readonly time: string | undefined }[]): void {
    const spoken = pieces.map((piece) => ({ ...piece, said: piece.said.trim() })).filter(({ said }) => said !== '');
    const [first] = spoken;
    if (!first) return;
    if (this.text !== '') this.text += '\n\n';
    const start = this.text.length;
    const cues = spoken.map(({ said, line, time }, i) => {
      const at = this.text.length + (i === 0 ? 0 : 1);
      this.text += i === 0 ? said : ` ${said}`;
      return { at, line, time };
    });
    const { line, time } = first;
    const span = { start, end: this.text.length };
    this.turns.push({ speaker, span, line, time, ...(cues.length > 1 ? { cues } : {}) });
  }
}
