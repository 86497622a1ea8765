import { docx } from './docx.ts';
import type { ReportFormat, TableFormat } from './format.ts';
import { xlsx } from './xlsx.ts';

/** What `--to` can be for a report. */
export const formats: readonly ReportFormat[] = [docx];

/** What it can be for the team's tables. */
export const tableFormats: readonly TableFormat[] = [xlsx];
