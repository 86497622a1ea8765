import { describe, expect, it } from 'vitest';
import { agreementIn } from '../../src/cli/coded.ts';
import { writeEvidence } from '../../src/report/evidence/write.ts';
import { writeReport } from '../../src/report/write.ts';
import { anchorOf } from '../../src/text/anchors.ts';
import { studyOf } from '../study-of.ts';

/** A study of so many sentences, which two coders have read whole; one in three bears tid, and of these CD leaves every fourth out. */
async function readBy(coders: readonly string[], sentences: number, walked = sentences): Promise<{ report: string; evidence: string }> {
  const said = Array.from({ length: sentences }, (_, i) => `Her er sætning nummer ${i}, og den er lang.`);
  const interview = `R1 (centerchef): ${said.join(' ')}\n`;
  const linesOf = (coder: string): string =>
    said
      .flatMap((sentence, i) => {
        const start = interview.indexOf(sentence);
        const line = { coder, transcript: 'interview/a.md', anchor: anchorOf(interview, { start, end: start + sentence.length }) };
        const shown = { id: `${coder}-${i}-seen`, ...line, verdict: 'seen', ...(i >= walked && { theme: 'tid' }) };
        const coded = { id: `${coder}-${i}`, ...line, theme: 'tid', verdict: 'add' };
        return i % 3 === 0 && (coder !== 'CD' || i % 4 > 0) ? [shown, coded] : [shown];
      })
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  const { study, codings } = await studyOf({
    'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\n',
    'interview/a.md': interview,
    ...Object.fromEntries(coders.map((coder) => [`decisions/${coder}.jsonl`, linesOf(coder)])),
  });
  const agreement = await agreementIn(study);
  const report = writeReport(study, codings, { agreement });
  const interviews = new Map(study.transcripts.map((transcript) => [transcript, { name: transcript.id, hash: '000000000000' }]));
  const provenance = { version: '1.2.3', sources: [], interviews, sentences, unread: [] };
  return { report: report.text, evidence: writeEvidence(study, codings, report, { provenance, agreement, figuresIn: 'figurer' }) };
}

describe('what a report says of its coders', () => {
  it('is how far they agree, over what both were shown, with its interval', async () => {
    const { report, evidence } = await readBy(['AB', 'CD'], 36);
    const sentence =
      /De samme 36 sætninger i et interview er gennemlæst af to kodere\. Kodernes enighed om, hvilke temaer en sætning bærer, er Krippendorffs alfa 0,80 \(95 %-interval 0,\d\d til (?:0,\d\d|1,00)\), hvor/;
    expect(report.slice(report.indexOf('## Metode'), report.indexOf('## Hovedresultater'))).toMatch(sentence);
    // Under the numbers of the coding, and as item 24 of COREQ.
    expect(evidence.match(new RegExp(sentence, 'g'))).toHaveLength(2);
  });

  it('says where they were shown proposals only', async () => {
    expect((await readBy(['AB', 'CD'], 36, 0)).report).toContain(
      'Ingen af dem er læst i deres helhed; ellers er kun de foreslåede temaer sammenlignet.',
    );
    expect((await readBy(['AB', 'CD'], 36, 12)).report).toContain('Tolv af dem er læst i deres helhed;');
  });

  it('is nothing of one coder, or where fewer than 30 sentences were shown to all', async () => {
    for (const { report, evidence } of [await readBy(['AB'], 36), await readBy(['AB', 'CD'], 29), await readBy([], 36)])
      expect(`${report}${evidence}`).not.toContain('alfa');
  });
});
