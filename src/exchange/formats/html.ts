import { seal, sealState } from '../../files/report-mark.ts';
import type { ReportFormat } from './format.ts';

const KIND = 'page';

/** A page for the browser: one file, to be read on any screen, listened to and printed. */
export const html: ReportFormat = {
  name: 'html',
  async write(report, setting) {
    const { pageOf } = await import('../page/write.ts');
    return Buffer.from(seal(KIND, pageOf(report, setting)));
  },
  async state({ bytes }) {
    const state = sealState(KIND, Buffer.from(bytes).toString('utf8'));
    return state === 'other' ? 'not ours' : state;
  },
};
