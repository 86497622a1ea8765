import type { Formatter } from './formatter.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const formatters: Readonly<Record<string, Formatter>> = { text, json, sarif, github, junit };
