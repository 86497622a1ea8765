import { CodifyError } from '../errors.ts';
import { lazily } from '../lazy.ts';
import { decodeUtf8 } from './decode.ts';

const saxes = lazily<typeof import('saxes')>('saxes');

const DEEPEST = 1000;

/** What is told of an XML document as it is read, names with their prefixes. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

function decodeXml(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(a === 0xef ? bytes.subarray(3) : bytes);
}

/**
 * Reads an XML document from front to back, without ever holding it as a tree.
 * @throws CodifyError when it is not well-formed, not UTF-8 or UTF-16, nested absurdly deep, or declares a DOCTYPE, which
 *   no program that writes interviews does
 */
export function readXml(bytes: Uint8Array, path: string, reader: XmlReader): void {
  const damaged = (what: string): CodifyError =>
    new CodifyError(`is damaged: ${what}`, { place: { path }, hint: 'open it in its own program and save it anew' });
  const text = decodeXml(bytes);
  if (text === undefined) throw damaged('its XML is not UTF-8');
  const { SaxesParser } = saxes();
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', () => {
    throw damaged(`its XML breaks off or is not well-formed on line ${parser.line}`);
  });
  parser.on('doctype', () => {
    throw damaged('its XML declares a DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw damaged('its XML is nested too deeply');
    reader.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close(name);
  });
  parser.on('text', (said) => reader.text(said));
  parser.on('cdata', (said) => reader.text(said));
  parser.write(text).close();
}
