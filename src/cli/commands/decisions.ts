import { Option } from 'commander';
import { CodifyError } from '../../errors.ts';
import type { Coding, Decision, Study } from '../../model.ts';
import type { DecisionList, ListedDecision } from '../../coding/decisions/list.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat, withStudy, type StudyFlags } from '../options.ts';
import { cliWords } from '../words.ts';
import { approve } from './approve.ts';

interface Flags extends StudyFlags {
  readonly format: string;
  readonly coder?: string;
  readonly theme?: string;
  readonly transcript?: string;
  readonly verdict?: string;
  readonly lost?: boolean;
  readonly rivals?: boolean;
  readonly unfound?: boolean;
  readonly waiting?: boolean;
  readonly confirm?: readonly string[];
  readonly undo?: readonly string[];
}

const VERDICTS = ['accept', 'reject', 'add', 'move', 'seen'];

/** The decisions and waiting proposals of the coder, theme, interview and verdict that are asked for. */
async function asked(study: Study, { decisions, waiting }: DecisionList, flags: Flags): Promise<DecisionList> {
  const { didYouMean } = await import('../../text/nearest.ts');
  const refuseUnknown = (what: string, name: string | undefined, named: readonly (string | undefined)[]): void => {
    const known = [...new Set(named)].filter((one) => one !== undefined);
    if (name === undefined || known.includes(name)) return;
    throw new CodifyError(`there is no ${what} "${name}"`, { hint: didYouMean(name, known) ?? `there are ${known.join(', ') || 'none'}` });
  };
  const coder = flags.coder?.normalize('NFC');
  const transcript = flags.transcript?.normalize('NFC');
  const theme = flags.theme?.slice(flags.theme.lastIndexOf('/') + 1).normalize('NFC');
  const all = decisions.map(({ decision }) => decision);
  const { allThemes } = study.codebook;
  refuseUnknown('coder', coder, [...study.decisions.map((one) => one.coder), ...study.plan.coders]);
  refuseUnknown('interview', transcript, [...study.transcripts.map(({ id }) => id), ...all.map((one) => one.transcript)]);
  refuseUnknown('theme', theme, [...allThemes.map(({ id }) => id), ...all.flatMap((one) => [one.theme, one.to])]);
  const isUnder = (id: string | undefined): boolean =>
    theme === undefined || id === theme || allThemes.some((one) => one.id === id && one.path.includes(theme));
  return {
    decisions: decisions.filter(
      ({ decision }) =>
        (coder === undefined || decision.coder === coder) &&
        (transcript === undefined || decision.transcript === transcript) &&
        (flags.verdict === undefined || decision.verdict === flags.verdict) &&
        (isUnder(decision.theme) || (decision.to !== undefined && isUnder(decision.to))),
    ),
    waiting: waiting.filter((coding) => (transcript === undefined || coding.transcript.id === transcript) && isUnder(coding.theme.id)),
  };
}

/** Of these the kinds that are asked for; without any, all that stands. */
function kindsOf({ decisions, waiting }: DecisionList, flags: Flags): DecisionList {
  const isAll = !flags.lost && !flags.rivals && !flags.unfound && !flags.waiting;
  return {
    decisions: decisions.filter(
      ({ missing, rival, unfound }) =>
        isAll || (flags.lost && missing !== undefined) || (flags.rivals && rival) || (flags.unfound && unfound),
    ),
    waiting: flags.waiting ? waiting : [],
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function printTable(io: Io, { decisions, waiting }: DecisionList): Promise<void> {
  const { placeOf } = await import('../place.ts');
  const { paint } = await import('../paint.ts');
  const { formatPlace } = await import('../../errors.ts');
  const print = (head: readonly string[], words: string): void =>
    io.out(`${head.filter((part) => part !== '').join('  ')}\n  ${oneLine(words)}\n`);
  const said = ({ verdict, to, stance, print: how, edit, memo }: Decision): string =>
    [to === undefined ? verdict : `${verdict} to ${to}`, stance, how, edit === undefined ? '' : 'edited', memo === undefined ? '' : 'memo']
      .filter((part) => part !== undefined && part !== '')
      .join(', ');
  const placed = ({ decision, transcript, sentences }: ListedDecision): [string, string] => {
    const first = sentences[0];
    if (!first || !transcript) return [formatPlace(decision.place), decision.anchor.exact];
    return [placeOf(transcript, first.turn, first.span), transcript.text.slice(first.span.start, sentences.at(-1)!.span.end)];
  };
  for (const one of decisions) {
    const { decision, transcript, missing, near, rival, unfound } = one;
    const [place, words] = placed(one);
    const lost = missing === undefined ? '' : missing === 'words' ? 'lost' : `lost: no such ${missing}`;
    const marks = [lost, rival ? 'rival' : '', unfound ? 'no rule finds it' : ''].filter((mark) => mark !== '').join(', ');
    print(
      [paint.bold(decision.theme ?? '–'), decision.coder, said(decision), paint.dim(place), paint.yellow(marks), paint.dim(decision.id)],
      words,
    );
    if (near && transcript) {
      const { turn, span } = near.sentence;
      io.out(
        `  near ${near.similarity.toFixed(2)}: ${oneLine(transcript.text.slice(span.start, span.end))}  ${paint.dim(placeOf(transcript, turn, span))}\n`,
      );
    }
  }
  for (const { id, theme, transcript, turn, span } of waiting) {
    print(
      [paint.bold(theme.id), 'waiting', paint.dim(placeOf(transcript, turn, span)), paint.dim(id)],
      transcript.text.slice(span.start, span.end),
    );
  }
}

async function printRows(io: Io, { decisions, waiting }: DecisionList, format: string): Promise<void> {
  const { decisionRecord, waitingRecord } = await import('../records.ts');
  const { csvTable } = await import('../table.ts');
  const records = [...decisions.map(decisionRecord), ...waiting.map((one: Coding) => waitingRecord(one))];
  if (format === 'jsonl') for (const record of records) io.out(`${JSON.stringify(record)}\n`);
  else {
    const rows = records.map(({ near, rival, unfound, ...record }) => ({
      ...record,
      near_similarity: near?.similarity ?? null,
      near_line: near?.line ?? null,
      near_quote: near?.quote ?? null,
      rival: String(rival),
      unfound: String(unfound),
    }));
    io.out(
      csvTable(
        Object.keys(rows[0] ?? {}),
        rows.map((row) => Object.values(row)),
      ),
    );
  }
}

/** Writes decisions that put near matches in the place of lost words, or that take decisions back. */
async function settle(io: Io, { decisions }: DecisionList, flags: Flags): Promise<void> {
  const { decisionOf, lineOf } = await import('../../review/deciding.ts');
  const { anchorOf } = await import('../../text/anchors.ts');
  const { unfaithful } = await import('../../text/edits.ts');
  const { hold } = await import('../../files/append.ts');
  const { placeOf } = await import('../place.ts');
  const coder = flags.coder?.normalize('NFC');
  if (coder === undefined) throw new CodifyError('who decides?', { hint: 'add --coder NAME' });
  const listed = (id: string): ListedDecision => {
    const one = decisions.find(({ decision }) => decision.id === id);
    if (!one) throw new CodifyError(`${coder} has no standing decision "${id}"`, { hint: 'codify decisions lists them with their ids' });
    return one;
  };
  const confirmed = (flags.confirm ?? []).map((id) => {
    const { decision, transcript, missing, near } = listed(id);
    if (near && transcript) return { decision, transcript, near };
    throw new CodifyError(
      missing === undefined ? `"${id}" is not lost` : `nothing like the words of "${id}" is said any more`,
      missing === undefined ? {} : { hint: `--undo ${id} takes it back` },
    );
  });
  const undone = (flags.undo ?? []).map((id) => listed(id).decision);
  const path = (confirmed[0]?.decision ?? undone[0])!.place.path;
  const file = hold(path, { coder, tell: (note) => io.err(`codify: note: ${note}\n`) });
  try {
    let lines = file.text.split('\n').length - 1;
    const written: Decision[] = [];
    const told: string[] = [];
    const write = (content: Parameters<typeof decisionOf>[2], replaces: string): void => {
      written.push(decisionOf({ coder, path }, lines, content, replaces));
      lines += 1;
    };
    for (const { decision, transcript, near } of confirmed) {
      const anchor = anchorOf(transcript.text, near.sentence.span);
      const { verdict, theme, to, stance, print, edit, approved, report, memo } = decision;
      const isPrintable = edit === undefined || unfaithful(edit, anchor.exact) === undefined;
      if (!isPrintable) io.err(`codify: note: ${decision.id}: is printed as it is said, for its "edit" has other words: ${edit}\n`);
      const content = { verdict, theme, to, stance, print, edit: isPrintable ? edit : undefined, approved, report, memo };
      write({ ...content, transcript: decision.transcript, anchor }, decision.id);
      told.push(`confirmed ${decision.id}: ${oneLine(anchor.exact)}  ${placeOf(transcript, near.sentence.turn, near.sentence.span)}\n`);
    }
    for (const { id, theme, transcript, anchor } of undone) {
      const nothing = { to: undefined, stance: undefined, print: undefined, edit: undefined, memo: undefined };
      write({ ...nothing, verdict: 'undo', theme, transcript, anchor }, id);
      told.push(`undone ${id}: ${oneLine(anchor.exact)}\n`);
    }
    file.append(written.map(lineOf));
    io.out(told.join(''));
  } finally {
    file.close();
  }
}

async function run(io: Io, paths: readonly string[], flags: Flags): Promise<ExitStatus> {
  const { codeStudy } = await import('../coded.ts');
  const { listDecisions } = await import('../../coding/decisions/list.ts');
  const { printNotices } = await import('../notices.ts');
  const { study, coded, decided } = await codeStudy(paths, flags);
  const list = await asked(study, listDecisions(study, coded, decided), flags);
  const status = printNotices(study, io);
  if (flags.confirm || flags.undo) {
    await settle(io, list, flags);
    return status;
  }
  const shown = kindsOf(list, flags);
  if (flags.format === 'table') await printTable(io, shown);
  else await printRows(io, shown, flags.format);
  const { decisions, waiting } = list;
  const lost = decisions.filter(({ missing }) => missing !== undefined);
  const rivals = new Set(decisions.filter(({ rival }) => rival).map(({ decision }) => decision));
  const closing = cliWords[study.codebook.language].decided({
    decisions: decisions.length,
    coders: new Set(decisions.map(({ decision }) => decision.coder)).size,
    lost: lost.length,
    near: lost.filter(({ near }) => near !== undefined).length,
    disputes: decided.disputes.filter((one) => one.decisions.some((decision) => rivals.has(decision))).length,
    unfound: decisions.filter(({ unfound }) => unfound).length,
    waiting: waiting.length,
  });
  if (flags.format === 'table') io.out(`${shown.decisions.length + shown.waiting.length > 0 ? '\n' : ''}${closing}\n`);
  else io.err(`codify: ${closing}\n`);
  return lost.length > 0 || rivals.size > 0 ? 1 : status;
}

export const decisions: CommandDefinition = {
  name: 'decisions',
  define(command, start) {
    withStudy(command.description('list what people have decided, with what is lost, contradicted, found by no rule, or waiting'));
    withFormat(command, ['table', 'jsonl', 'csv']);
    command.option('--coder <name>', 'only what this coder decided');
    command.option('--theme <theme>', 'only this theme and those under it');
    command.option('--transcript <id>', 'only this interview');
    command.addOption(new Option('--verdict <verdict>', 'only these decisions').choices(VERDICTS));
    command.option('--lost', 'only those whose words, interview or theme is gone, and what the words may be now');
    command.option('--rivals', 'only those that contradict each other, of one coder or of several that the study does not rank');
    command.option('--unfound', 'only proposals that were accepted and that no rule finds any more');
    command.option('--waiting', 'only proposed quotes that nobody has decided on');
    command.addOption(
      new Option('--confirm <id...>', 'decide that the near match is what the lost words are now (with --coder)').conflicts('format'),
    );
    command.addOption(new Option('--undo <id...>', 'take decisions back (with --coder)').conflicts('format'));
    command.addHelpText(
      'after',
      `
--lost, --rivals, --unfound and --waiting may stand together. Ids stand at the end of each line.
Exit status 1: a decision is lost, or decisions contradict each other.`,
    );
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags)));
    approve.define(command.command(approve.name), start);
  },
};
