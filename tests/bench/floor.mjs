// Only reads and decodes every file of a folder: the floor under any tool that counts words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let length = 0;
for (const file of readdirSync(folder).sort())
  length += new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file))).length;
console.log(length);
