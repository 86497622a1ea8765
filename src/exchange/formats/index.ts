import { docx } from './docx.ts';
import type { ReportFormat, TableFormat } from './format.ts';
import { html } from './html.ts';
import { xlsx } from './xlsx.ts';

/** What `--to` can be for a report. */
export const formats: readonly ReportFormat[] = [docx, html];

/** What it can be for the team's tables. */
export const tableFormats: readonly TableFormat[] = [xlsx];
