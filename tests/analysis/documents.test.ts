import { expect, it } from 'vitest';
import { countCodings, documentsOf, voicesOf } from '../../src/analysis/count.ts';
import { writeReport } from '../../src/report/write.ts';
import { sample } from '../samples.ts';

const { study, proposed: codings } = await sample('designprincipper');
const people = study.transcripts.filter(({ id }) => id.startsWith('interview/'));

it('documents stand beside the people, among none of them and in no total', () => {
  const table = countCodings(study, codings);
  const alone = countCodings(
    { ...study, transcripts: people },
    codings.filter(({ transcript }) => people.includes(transcript)),
  );
  expect(documentsOf(study.transcripts).map(({ participant }) => participant.document)).toEqual(['debatindlæg', 'strategi']);
  expect(voicesOf(study.transcripts)).toEqual(voicesOf(people));
  expect(table.documents).toMatchObject({ people: 0, interviews: 2 });
  expect(table.columns).toEqual(alone.columns);
  expect(table.total).toEqual(alone.total);
  expect(table.rows.map(({ cells, total }) => ({ cells, total }))).toEqual(alone.rows.map(({ cells, total }) => ({ cells, total })));
  expect(alone).not.toHaveProperty('documents');
});

it('a report quotes them by their kind, after the people and apart from them', () => {
  const { text } = writeReport(study, codings);
  expect(text).toContain('” (strategi)');
  expect(text).toContain('” (debatindlæg)');
  expect(text).toContain('fire individuelle interview med i alt fire personer');
  expect(text).toContain('Desuden indgår to dokumenter (debatindlæg og strategi).');
  const alone = writeReport(
    { ...study, transcripts: people },
    codings.filter(({ transcript }) => people.includes(transcript)),
  ).text;
  // What is said of the people is the same with the documents as without them.
  const sentences = alone.split('\n').filter((line) => (line.endsWith(':') || line.endsWith('.')) && !line.includes('kodninger'));
  expect(sentences.filter((line) => !text.includes(line))).toEqual([]);
});
