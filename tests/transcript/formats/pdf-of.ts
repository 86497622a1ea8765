import { createHash } from 'node:crypto';
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

/** A stream of these bytes, as they are. */
export function rawStream(content: Uint8Array, entries: string): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${content.length} ${entries} >>\nstream\n`), content, Buffer.from('\nendstream')]);
}

/** A stream of these bytes, deflated. */
export function stream(content: string | Uint8Array, entries = ''): Buffer {
  return rawStream(deflateSync(content), `/Filter /FlateDecode ${entries}`);
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

/** A page whose content is in this stream. */
export function pageOf(content: Buffer, trailer = ''): Buffer {
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
      content,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ],
    trailer,
  );
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) swap(i, (j = (j + state[i]! + key[i % key.length]!) % 256));
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) % 256;
      swap(i, (j = (j + state[i]!) % 256));
      return byte ^ state[(state[i]! + state[j]!) % 256]!;
    }),
  );
}

/** A page with this content, deflated before, that anybody may open and nobody change. */
export function encrypted(deflated: Uint8Array): Buffer {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const owner = rc4(md5(padding).subarray(0, 5), padding);
  const id = Buffer.from('0123456789abcdef');
  const key = md5(padding, owner, Buffer.from([0xc0, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const ofContent = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  return pageOf(
    rawStream(rc4(ofContent, deflated), '/Filter /FlateDecode'),
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O ${hex(owner)} /U ${hex(rc4(key, padding))} >> /ID [${hex(id)} ${hex(id)}]`,
  );
}

/** Blanks packed by Lempel, Ziv and Welch as tightly as they can be: at least so many. */
export function blanksInLzw(many: number): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  const put = (code: number, width: number): void => {
    held = (held << width) | code;
    for (bits += width; bits >= 8; bits -= 8) {
      bytes.push((held >> (bits - 8)) & 0xff);
      held &= (1 << (bits - 8)) - 1;
    }
  };
  put(256, 9);
  for (let packed = 0; packed < many;) {
    put(0x20, 9);
    for (let next = 258; next < 4094; next += 1) {
      put(next, next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12);
      packed += next - 256;
    }
    put(256, 12);
  }
  put(257, 9);
  put(0, 8);
  return Buffer.from(bytes);
}

/** A page on which ten drawings hold ten drawings each, and so on, ten deep; the last of all says this. */
export function drawings(last: string): Buffer {
  const form = (content: string, inside: string): Buffer =>
    stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> /XObject << /X ${inside} >> >>`);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>',
    stream('/X Do'),
    ...Array.from({ length: 9 }, (_, i) => form('/X Do '.repeat(10), `${i + 7} 0 R`)),
    form(last, '15 0 R'),
  ]);
}

/** A file whose objects are all in one stream, behind which come so many blanks. */
export function objectStream(blanks: number): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R >>'];
  const table = objects.map((_, i) => `${i + 1} ${i * 50}`).join(' ');
  const packed = stream(
    Buffer.concat([Buffer.from(`${table} ${objects.map((one) => one.padEnd(50)).join('')}`), Buffer.alloc(blanks, 0x20)]),
    `/Type /ObjStm /N 3 /First ${table.length + 1}`,
  );
  const before = Buffer.concat([Buffer.from('%PDF-1.7\n4 0 obj\n'), packed, Buffer.from('\nendobj\n')]);
  const row = (type: number, first: number, second: number): number[] => [type, first >> 16, (first >> 8) & 0xff, first & 0xff, second];
  const rows = [row(0, 0, 0), row(2, 4, 0), row(2, 4, 1), row(2, 4, 2), row(1, 9, 0), row(1, before.length, 0)];
  return Buffer.concat([
    before,
    Buffer.from('5 0 obj\n'),
    stream(Buffer.from(rows.flat()), '/Type /XRef /Size 6 /W [1 3 1] /Root 1 0 R'),
    Buffer.from(`\nendobj\nstartxref\n${before.length}\n%%EOF\n`),
  ]);
}
