import { docx } from './docx.ts';
import type { ReportFormat } from './format.ts';
import { html } from './html.ts';

/** What `--to` can be. */
export const formats: readonly ReportFormat[] = [docx, html];
