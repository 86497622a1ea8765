import type { ReportFormat } from './format.ts';

/** Word: real styles, a table of contents that Word fills, page numbers, and the words of each picture. */
export const docx: ReportFormat = {
  name: 'docx',
  async write(report, setting) {
    const { writeParts } = await import('../word/parts.ts');
    const { dress, readHouse } = await import('../word/template.ts');
    const { pack } = await import('../word/package.ts');
    const house = setting.template && (await readHouse(setting.template));
    const parts = await writeParts(report, setting, house?.page);
    return pack(house ? dress(parts, house) : parts);
  },
  async state({ bytes, path }) {
    const { stateOf } = await import('../word/package.ts');
    return await stateOf(bytes, path);
  },
};
