import { deflateSync } from 'node:zlib';

/** A line at its place in points from the lower left corner of a page of A4. */
interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The objects of a PDF, numbered from 1, as a file. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object as string, 'latin1'), Buffer.from('\nendobj\n')]));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(end));
  return Buffer.concat(parts);
}

/** A stream of these bytes, deflated. */
export function stream(content: string | Uint8Array, entries = ''): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

const shown = (text: string): string => text.replace(/[\\()]/g, String.raw`\$&`);

/** Pages with these lines, in Helvetica 11 and Windows' letters. */
export function pages(...all: readonly (readonly Line[])[]): Buffer {
  const kids = all.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const body = all.flatMap((lines, i) => {
    const content = lines.map(({ text, x, y }) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${shown(text)}) Tj ET`).join('\n');
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      stream(Buffer.from(content, 'latin1')),
    ];
  });
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${all.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...body,
  ]);
}
