import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParagraphs } from '../../../src/report/verify/paragraphs.ts';
import { verifyReport, type CheckedQuotation } from '../../../src/report/verify/verify.ts';
import type { Transcript } from '../../../src/model.ts';
import { countWords } from '../../../src/text/words.ts';
import { rolesMeant } from '../../../src/transcript/roles.ts';
import { studyOf } from '../../study-of.ts';
import { runs } from '../../chance.ts';

const { study } = await studyOf({
  'interview/a.md':
    'I: Hvordan ser I på samarbejdet med foreningerne nede ved havnen?\n\n' +
    'R1 (centerchef): Øh, vi har, vi har altså et godt samarbejde med sejlklubben, ikke også, og det er ikke billigt. ' +
    'De har fire både (griner), og vi betaler for de to af dem hvert eneste år. Det går fint med kom- kommunens egne folk.\n\n' +
    'I: Mm.\n\nR1: Så det bliver vi ved med, så længe der er penge i kassen.\n\n' +
    'I: Hvad siger de andre ansatte så til den ordning?\n\nR1: De er glade for den, alle sammen sammen med mig.\n',
  'interview/b.md':
    'I: Fortæl om børne- og ungeområdet.\n\n' +
    'R2 (pædagog): Vi mangler tid til de mindste børn om morgenen, og det går ud over forældrene. Det ved ledelsen godt.\n\n' +
    'R3 (direktør): Det ved ledelsen godt. Vi har sat penge af til børne- og ungeområdet i år, 50 mio. kroner.\n',
  'interview/d.md':
    'I: Ja?\n\nR5 (pædagog): Ikke alle synes, at det går godt nok her. Vi mangler tid til de mindste børn, og det gør forældrene ikke.\n',
  'interview/c.md': 'I: Ja?\n\nR4: Jeg kører en gammel ladvogn med ny motor hver dag.\n',
});

const names = {
  meant: (written: string): readonly string[] =>
    rolesMeant(written, { roles: study.codebook.roles, groups: [{ name: 'folk i toppen', roles: ['direktør', 'chef'] }] }),
  of: ({ role }: { role: string | undefined }): string | undefined => role,
  labels: ['Ønsker til en fælles retning og et fælles sprog'],
};

const check = (report: string): CheckedQuotation[] => verifyReport(readParagraphs(report), study.transcripts, 'da', names);

/** The verdict on one quotation, and where it differs. */
function verdictOn(report: string): [verdict: string, difference: string | undefined] {
  const [one] = check(report);
  const marks = { same: '', 'left out': '-', added: '+' };
  const shown = one!.difference?.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${marks[kind]}${text}`);
  return [one!.verdict, shown?.join(' ')];
}

describe('a quotation is found', () => {
  it.each([
    ['as it stands', '”De har fire både (griner), og vi betaler for de to af dem hvert eneste år.” (chef)'],
    ['from the middle of a sentence', '”Vi betaler for de to af dem hvert eneste år” (chef)'],
    ['without the notes of who wrote it down', '”De har fire både, og vi betaler for de to” (chef)'],
    ['that shows what it leaves out', '”[…] alle synes, at det går godt nok her” (pædagog)'],
    ['with a cut', '”De har fire både […] penge i kassen” (chef)'],
    ['with cuts at its ends', '”[...] vi betaler for de to af dem (...)” (chef)'],
    ['with words put in', '”De har fire [gamle] både, og [kommunen] betaler for de to” (chef)'],
    ['with a capital set right', '”[V]i betaler for de to af dem hvert eneste år” (chef)'],
    ['with an explanation in parentheses', '”De (sejlklubben) har fire både, og vi betaler” (chef)'],
    ['with other dashes, dots and blanks', '”..de har   fire både – og vi betaler for de to ... af dem hvert eneste år..” (chef)'],
    ['with letters put together of two', '”De har fire ba\u030Ade, og vi betaler for de to” (chef)'],
    ['with a word broken at the end of a line', '”De har fire både, og vi be-\ntaler for de to” (chef)'],
    ['with a hyphen at the end of a line', '”Vi har sat penge af til børne-\nog ungeområdet i år” (direktør)'],
    ['across another’s "mm"', '”kommunens egne folk. Så det bliver vi ved med” (chef)'],
    ['where several say it, one with that role', '”Det ved ledelsen godt” (direktør)\n'],
    ['where several say it, another with that role', '”Det ved ledelsen godt” (pædagog)\n'],
    ['with the role in the plural', '”De har fire både, og vi betaler” (chefer)'],
    ['with a title', '”De har fire både, og vi betaler” (centerchef)'],
    ['with a title and a department', '”De har fire både, og vi betaler” (Chef for havnen)'],
    ['with a group the role is in', '”De har fire både, og vi betaler” (folk i toppen)'],
    ['without a role', 'Hun siger, at ”vi betaler for de to af dem”.'],
    ['of someone whose role is not known', '”Jeg kører en gammel ladvogn med ny motor” (uoplyst)'],
  ])('%s', (_, report) => expect(verdictOn(report)).toEqual(['found', undefined]));

  it('edited, where somebody has decided to print a sentence otherwise, and by nobody else', () => {
    const said = 'De har fire både (griner), og vi betaler for de to af dem hvert eneste år.';
    const printed = '[Sejlklubben] har både.';
    const report = `”${printed} Det går fint med kommunens egne folk.” (chef)`;
    const withEdit = (text: string) => verifyReport(readParagraphs(text), study.transcripts, 'da', names, [{ said, printed }]);
    expect(withEdit(report).map(({ verdict, quotation }) => [verdict, quotation.text.startsWith('[Sejlklubben]')])).toEqual([
      ['edited', true],
    ]);
    expect(withEdit(report.replace('(chef)', '(direktør)'))[0]!.verdict).toBe('wrong role');
    expect(withEdit(report.replace('egne folk', 'rige onkel'))[0]!.verdict).toBe('not found');
  });

  it('with its place', () => {
    const [{ passage } = {}] = check('”Så det bliver vi ved med, så længe der er penge” (chef)');
    expect(passage?.transcript.id).toBe('a.md');
    expect(passage?.turn).toBe(3);
    expect(passage?.transcript.text.slice(passage.span.start, passage.span.end)).toBe('Så det bliver vi ved med, så længe der er penge');
  });
});

describe('a quotation is lightly edited', () => {
  it.each([
    [
      'without pauses and repetitions',
      '”Øh, vi har et godt samarbejde med sejlklubben, og det er ikke billigt” (chef)',
      '-vi har -altså -ikke også',
    ],
    ['without a word that broke off', '”Det går fint med kommunens egne folk” (chef)', '-kom'],
    ['without a small word', '”De har fire både, vi betaler for de to af dem” (chef)', '-og'],
    ['with another ending', '”Så det bliver vi ved med, så længe der er penge i kassern” (chef)', '-kassen +kassern'],
  ])('%s', (_, report, difference) => expect(verdictOn(report)).toEqual(['edited', difference]));
});

describe('a quotation is not found', () => {
  it.each([
    ['with a word changed', '”Vi mangler tid til de største børn om morgenen” (medarbejder)', '-mindste +største'],
    ['without its negation', '”ikke også, og det er billigt. De har fire både” (chef)', '-ikke'],
    ['that ends before its negation', '”Vi mangler tid til de mindste børn, og det gør forældrene” (medarbejder)', '-ikke'],
    ['that begins behind its negation', '”alle synes, at det går godt nok her” (medarbejder)', '-Ikke'],
    ['with a negation put in', '”De har ikke fire både, og vi betaler for de to” (chef)', '+ikke'],
    ['with a negation hidden behind brackets', '”og det er [meget] billigt. De har fire både, og vi betaler” (chef)', '-ikke'],
    ['with a number changed', '”De har fem både, og vi betaler for de to” (chef)', '-fire +fem'],
    ['with a figure changed', '”til børne- og ungeområdet i år, 60 mio. kroner” (direktør)', '-50 +60'],
    ['with words added', '”De har fire meget dyre både, og vi betaler for de to” (chef)', '+meget dyre'],
    ['with words left out', '”De har fire både, og vi betaler hvert eneste år” (chef)', '-for de to af dem'],
    ['with words in another order', '”Vi betaler, og de har fire både, for de to” (chef)', expect.any(String)],
    ['put together from two people', '”De har fire både […] det går ud over forældrene” (chef)', expect.any(String)],
    ['with its pieces in another order', '”penge i kassen […] de har fire både” (chef)', expect.any(String)],
    ['with what another said left out', '”så længe der er penge i kassen. De er glade for den” (chef)', '-…'],
    ['with many small words changed', '”De har fire både, at vi betaler de to, som dem der hvert eneste år” (chef)', expect.any(String)],
  ])('%s', (_, report, difference) => expect(verdictOn(report)).toEqual(['not found', difference]));

  it('when nobody said anything like it, with the nearest sentence', () => {
    const [{ verdict, passage, difference } = {}] = check('”Min ladvogn har fået en helt ny motor og fire hjul” (leder)');
    expect([verdict, difference]).toEqual(['not found', undefined]);
    expect(passage?.transcript.text.slice(passage.span.start, passage.span.end)).toContain('ladvogn');
  });

  it('when no word of it was said', () => {
    expect(check('”Bananfluer elsker syltede agurker, tulipaner, kanelstang” (chef)')).toMatchObject([
      { verdict: 'not found', passage: undefined },
    ]);
  });

  it('when an interviewer says it', () => {
    const [{ verdict, passage } = {}] = check('”Hvordan ser I på samarbejdet med foreningerne nede ved havnen?” (chef)');
    expect([verdict, passage?.participant.role]).toEqual(['not found', 'interviewer']);
  });
});

it('a theme’s label between marks is no quotation', () => {
  expect(check('De kommer ind på emnet ”Ønsker til en fælles retning og et fælles sprog”.')).toEqual([]);
});

describe('a quotation has the wrong role', () => {
  it.each([
    ['of another role', '”De har fire både, og vi betaler for de to” (medarbejder)', undefined],
    ['of a role nobody has', '”De har fire både, og vi betaler for de to” (borgmester)', undefined],
    ['said not to be known', '”De har fire både, og vi betaler for de to” (uoplyst)', undefined],
    ['edited too', '”De har fire både, vi betaler for de to af dem” (medarbejder)', '-og'],
  ])('%s', (_, report, difference) => expect(verdictOn(report)).toEqual(['wrong role', difference]));
});

describe('quotations of the sample study', async () => {
  const { loadStudy } = await import('../../../src/study/load.ts');
  const sample = await loadStudy({ paths: ['samples/fra-myndighed-til-partner'], columns: {} });
  const meant = (written: string): readonly string[] => rolesMeant(written, sample.codebook);
  const verdicts = (report: string): string[] =>
    verifyReport(readParagraphs(report), sample.transcripts, 'da', { meant, of: ({ role }) => role, labels: [] }).map(
      ({ verdict }) => verdict,
    );

  const turns = sample.transcripts.flatMap((transcript: Transcript) =>
    transcript.turns.flatMap(({ speaker, span }) => {
      const { role } = transcript.participants.get(speaker)!;
      // Quotation marks of the speaker's own would have to be told from those of the report.
      const text = transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const clean = text
        .split(/(?<=[.!?]) (?=\p{Lu})/u)
        .filter((sentence) => countWords(sentence) > 7 && !/["“”„»«'’()[\]*]/.test(sentence));
      return role === undefined || role === 'interviewer' ? [] : clean.map((sentence) => ({ sentence, role }));
    }),
  );
  const disguises: readonly ((text: string) => string)[] = [
    (text) => text.normalize('NFD'),
    (text) => text.charAt(0).toLowerCase() + text.slice(1),
    (text) => text.replaceAll(', ', ' – '),
    (text) => text.replace(/\.$/, ' ...'),
    (text) => text.replaceAll('…', '...'),
    (text) => text.replace(/ (?=\S+ \S+$)/, '\n'),
    (text) => text.replace(/(?<=\p{L}{3})(?=\p{Ll}{3})/u, '-\n'),
    (text) => text.replace(/(?<=\p{L}{3})(?=\p{Ll}{3})/u, '\u00ad'),
    (text) => text.replace(/(\p{L}{5,})/u, '**$1**'),
    (text) => text.replace(/ (?=\S+$)/, ' [tilføjet] '),
    (text) => `[…] ${text}`,
  ];
  const marks = ['””', '""', '„“', '»«', '“”'] as const;
  const quotation = fc.record({ said: fc.constantFrom(...turns), mark: fc.constantFrom(...marks), disguise: fc.subarray([...disguises]) });
  const quote = (text: string, mark: string, role: string): string => `${mark[0]}${text}${mark[1]} (${role})\n`;

  it('are found in any typographic disguise', () => {
    fc.assert(
      fc.property(fc.array(quotation, { minLength: 1, maxLength: 20 }), (list) => {
        const report = list.map(({ said, mark, disguise }) =>
          quote(
            disguise.reduce((text, one) => one(text), said.sentence),
            mark,
            said.role,
          ),
        );
        expect(verdicts(report.join('\n'))).toEqual(list.map(() => 'found'));
      }),
      { numRuns: runs(20) },
    );
  });

  it('are not found with a word replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(quotation, fc.nat()), { minLength: 1, maxLength: 20 }), (list) => {
        const report = list.map(([{ said, mark }, at]) => {
          const words = [...said.sentence.matchAll(/(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu)];
          const word = words[at % words.length]!;
          const text = `${said.sentence.slice(0, word.index)}kanelstang${said.sentence.slice(word.index + word[0].length)}`;
          return quote(text, mark, said.role);
        });
        expect(verdicts(report.join('\n'))).toEqual(list.map(() => 'not found'));
      }),
      { numRuns: runs(20) },
    );
  });
});
