import type { Turn } from '../../model.ts';

/** Puts a transcript's text together, one turn a paragraph, and keeps where each turn stands in it. */
export class Rendering {
  text = '';
  readonly turns: Turn[] = [];

  /** Adds what somebody says; blank words are no turn. */
  add(speaker: string, said: string, line: number, time?: string): void {
    const words = said.trim();
    if (words === '') return;
    if (this.text !== '') this.text += '\n\n';
    const start = this.text.length;
    this.text += words;
    this.turns.push({ speaker, span: { start, end: this.text.length }, line, time });
  }
}
