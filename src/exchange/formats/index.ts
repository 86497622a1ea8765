import type { ExportFormat } from './format.ts';
import { xlsx } from './xlsx.ts';

export const exportFormats: readonly ExportFormat[] = [xlsx];
