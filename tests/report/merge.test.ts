import { describe, expect, it } from 'vitest';
import { mergeReport, type Merge } from '../../src/report/merge.ts';
import { joinParts, type Part } from '../../src/report/parts.ts';

const part = (name: string, text: string): Part => ({ name, text });
const front = part('front', '# Titel');
const tid = part('tid', '### Tid\n\nTo har travlt.');
const tillid = part('tillid', '### Tillid\n\nTre har tillid.');
const overview = part('overview', '## Overblik');
const parts = [front, tid, tillid, overview];
const file = joinParts(parts);
const tidNow = part('tid', '### Tid\n\nFire har travlt.');

const merge = (text: string, now: readonly Part[]): Merge => mergeReport(text, 'r.md', now);
const without = (text: string, name: string): string =>
  text.replace(new RegExp(`<!-- codify part ${name} [\\s\\S]*<!-- codify end ${name} -->\\n`), '');

describe('a report made anew', () => {
  it('is the new one where nobody touched it, also in another order and with other parts', () => {
    const now = [overview, tidNow, part('ny', 'Ny')];
    expect(merge(file, now)).toEqual({
      text: joinParts(now),
      machine: joinParts(now),
      added: [],
      removed: [],
      kept: [],
      renewed: [],
      abandoned: [],
      deleted: [],
      reordered: false,
    });
  });

  it('keeps byte-order mark and line ends where nobody touched it', () => {
    expect(merge(`\uFEFF${file.replaceAll('\n', '\r\n')}`, [tidNow]).text).toBe(`\uFEFF${joinParts([tidNow]).replaceAll('\n', '\r\n')}`);
  });

  it('keeps her words outside the parts, byte for byte, and renews the parts', () => {
    const hers = `---\ntitle: Min\n---\n${file.replace('<!-- codify part tillid', 'Overgang. \r\n\n\t\n<!-- codify part tillid')}\n\n*Slut*  `;
    const { text, kept } = merge(hers, [front, tidNow, tillid, overview]);
    expect(text.replace(/part tid \w+/, '')).toBe(hers.replace('To har', 'Fire har').replace(/part tid \w+/, ''));
    expect(kept).toEqual([]);
  });

  it('keeps a part she edited, and says when codify has other words for it than before', () => {
    const hers = file.replace('To har travlt.', 'To har meget travlt.');
    const same = merge(hers, parts);
    expect(same).toMatchObject({ text: hers, machine: file, kept: ['tid'], renewed: [] });
    const other = merge(hers, [front, tidNow, tillid, overview]);
    expect(other).toMatchObject({ machine: joinParts([front, tidNow, tillid, overview]), kept: ['tid'], renewed: ['tid'] });
    expect(other.text).toContain('To har meget travlt.');
    expect(merge(other.text, [front, tidNow, tillid, overview])).toMatchObject({ text: other.text, kept: ['tid'], renewed: [] });
  });

  it('keeps blanks and empty lines she put in a part', () => {
    const hers = file.replace('To har travlt.\n', 'To har travlt.\n \n');
    expect(merge(hers, [front, tidNow, tillid, overview])).toMatchObject({ kept: ['tid'] });
    expect(merge(hers, [front, tidNow, tillid, overview]).text).toContain('To har travlt.\n \n<!--');
  });

  it('writes a part anew with the line ends of the file', () => {
    const hers = `${file}Slut.`.replaceAll('\n', '\r\n');
    const { text } = merge(hers, [front, tidNow, tillid, overview]);
    expect(text).toBe(`${joinParts([front, tidNow, tillid, overview])}Slut.`.replaceAll('\n', '\r\n'));
  });

  it('takes a part for its own again when she has written what codify writes', () => {
    const hers = `${file.replace('To har', 'Fire har')}Slut.`;
    const { text, kept } = merge(hers, [front, tidNow, tillid, overview]);
    expect(kept).toEqual([]);
    expect(text).toBe(`${joinParts([front, tidNow, tillid, overview])}Slut.`);
  });

  it('leaves out what she deleted, for good, until its name is taken out of the list', () => {
    const hers = without(file, 'tid');
    expect(merge(hers, parts)).toMatchObject({ text: hers, deleted: ['tid'] });
    const dropped = merge(hers, [front, tillid, overview]).text;
    expect(merge(dropped, [front, tidNow, tillid, overview])).toMatchObject({ text: hers, deleted: ['tid'] });
    expect(merge(hers.replace('front tid ', 'front '), parts)).toMatchObject({ text: file, added: ['tid'] });
  });

  it('leaves what she moved where she moved it', () => {
    const block = file.slice(file.indexOf('<!-- codify part tid'), file.indexOf('<!-- codify part tillid'));
    const hers = `${file.replace(block, '')}\n${block}`;
    expect(merge(hers, parts)).toMatchObject({ text: hers, reordered: false });
    expect(merge(hers, [front, tidNow, tillid, overview]).text.indexOf('Fire har')).toBeGreaterThan(hers.indexOf('Overblik'));
  });

  it('says once that codify orders its parts otherwise, and keeps the order of the file', () => {
    const hers = `${file}Slut.`;
    const now = [front, tillid, tid, overview];
    const first = merge(hers, now);
    expect(first).toMatchObject({ reordered: true });
    expect(first.text.replace(/.*\n/, '')).toBe(hers.replace(/.*\n/, ''));
    expect(merge(first.text, now)).toMatchObject({ text: first.text, reordered: false });
  });

  it('takes out a part that codify no longer writes, and puts it back when it does', () => {
    const hers = `${file}Slut.`;
    const { text, removed } = merge(hers, [front, tillid, overview]);
    expect(removed).toEqual(['tid']);
    expect(text).toBe(without(hers, 'tid').replace('front tid', 'front'));
    expect(merge(text, parts)).toMatchObject({ text: hers, added: ['tid'] });
  });

  it('keeps a part that codify no longer writes when she edited it', () => {
    const hers = file.replace('To har', 'Vi har');
    const { text, abandoned, kept } = merge(hers, [front, tillid, overview]);
    expect([kept, abandoned]).toEqual([['tid'], ['tid']]);
    expect(text.replace(/.*\n/, '')).toBe(hers.replace(/.*\n/, ''));
    expect(merge(text, [front, tillid, overview])).toMatchObject({ text, abandoned: ['tid'] });
    expect(merge(text, parts)).toMatchObject({ text: hers, kept: ['tid'], abandoned: [] });
  });

  it('lists in the contents what stands in the file: her headings, her order, no more', () => {
    const contents = part('contents', '## Indhold\n\n- [Tid](#tid)');
    const report = joinParts([front, contents, tid, tillid, overview]);
    const hers = `${without(report, 'tid').replace('### Tillid', '### Tiltro')}## Mit\r\n### Tiltro\r\n`;
    const { text, kept } = merge(hers, [front, contents, tid, tillid, overview]);
    expect(kept).toEqual(['tillid']);
    expect(text).toContain('## Indhold\n\n  - [Tiltro](#tiltro)\n- [Overblik](#overblik)\n- [Mit](#mit)\n  - [Tiltro](#tiltro-1)\n<!--');
    expect(merge(text, [front, contents, tid, tillid, overview]).text).toBe(text);
  });

  describe('puts a new part', () => {
    const ny = part('ny', '### Nyt\n\nEn ny.');
    const block = joinParts([ny]).replace(/.*\n\n/, '');
    const now = [front, tid, ny, tillid, overview];
    const end = '<!-- codify end tid -->\n';

    it.each([
      ['below what she wrote under the part before it', '\nMin overgang.\n', '\nMin overgang.\n', `\n${block}`, ''],
      ['above her next heading of its own depth', '\nMit.\n\n### Eget\n\nOrd.\n', '\nMit.\n', `\n${block}`, '\n### Eget\n\nOrd.\n'],
      ['below her deeper headings', '\n#### Eget\n\nOrd.\n', '\n#### Eget\n\nOrd.\n', `\n${block}`, ''],
      ['with a blank line where she has none', '## Eget\n', '', `\n${block}\n`, '## Eget\n'],
    ])('%s', (_, hers, above, put, below) => {
      const text = file.replace(end, end + hers);
      expect(merge(text, now).text.replace(/.*\n/, '')).toBe(file.replace(end, end + above + put + below).replace(/.*\n/, ''));
      expect(merge(text, now).added).toEqual(['ny']);
    });

    it('below all she wrote there, when a part between has gone', () => {
      const hers = file.replace('<!-- codify part tid', 'Før.\n\n<!-- codify part tid').replace(end, `${end}\nEfter.\n`);
      const { text } = merge(hers, [front, ny, tillid, overview]);
      expect(text).toContain(`Før.\n\n\nEfter.\n\n${block}\n<!-- codify part tillid`);
    });

    it('before the next one when none before it is left', () => {
      const hers = without(without(file, 'front'), 'tid');
      const { text } = merge(hers, now);
      expect(text).toContain(`${block}\n<!-- codify part tillid`);
    });

    it('after the byte-order mark, where the next one stands first', () => {
      const hers = `\uFEFF${file.slice(file.indexOf('<!-- codify part overview'))}<!-- codify report; parts: overview -->\n`;
      const { text } = merge(hers, [ny, overview]);
      expect(text.startsWith(`\uFEFF${block}\n<!-- codify part overview`)).toBe(true);
    });

    it('at the end when no other is left, with the line ends of the file', () => {
      const hers = '<!-- codify report; parts: front tid tillid overview -->\r\nMit\r\n  eget.';
      expect(merge(hers, now).text).toBe(
        `<!-- codify report; parts: front tid ny tillid overview -->\r\nMit\r\n  eget.\r\n\r\n${block.trimEnd().replaceAll('\n', '\r\n')}`,
      );
    });
  });
});
