import { decode } from '../files/decode.ts';
import { readBytes } from '../files/read.ts';
import { isWord, readWord } from '../files/word.ts';
import { documentParagraphs, readParagraphs, type Paragraph } from '../report/verify/paragraphs.ts';

/** The paragraphs of a report or a letter in Markdown, plain text or Word. */
export async function paragraphsOf(path: string): Promise<Paragraph[]> {
  const bytes = readBytes(path);
  const claimsWord = isWord(bytes) || /\.docx$/i.test(path);
  return claimsWord ? documentParagraphs((await readWord(bytes, path)).blocks) : readParagraphs(decode(bytes, path).text);
}
