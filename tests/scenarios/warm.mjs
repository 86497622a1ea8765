import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { main } from '../../dist/cli/main.js';

/*
 * The command line of codify in a process that stays, so that a hundred commands load and warm it once. A client sends its
 * folder, how many arguments there are, and these, each with a zero behind it; the answer is a script that says what was
 * said and exits as codify would. Its one argument is a file to leave the port in; it ends when its standard input does.
 */

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

async function answer([folder, , ...args]) {
  process.chdir(folder);
  const said = [];
  const say = (stream) => (text) => {
    if (said.at(-1)?.stream === stream) said.at(-1).text += text;
    else said.push({ stream, text });
  };
  const status = await main(args, { out: say(1), err: say(2), input: async () => '', width: undefined, screen: undefined });
  // A reader that has seen enough is no fault.
  const script = said.map(({ stream, text }) => `printf %s ${quoted(text)} >&${stream} 2>/dev/null\n`);
  return `${script.join('')}exit ${status}\n`;
}

// The folder a command stands in is the process's: one after the other.
let before = Promise.resolve();
const server = createServer((socket) => {
  let asked = '';
  socket.setEncoding('utf8').on('data', (text) => {
    asked += text;
    const words = asked.split('\0').slice(0, -1);
    if (words.length < 2 || words.length < 2 + Number(words[1])) return;
    before = before.then(async () => socket.end(await answer(words)));
  });
});
// A port that answers nobody: whoever asks does without.
server.on('error', () => writeFileSync(process.argv[2], '0'));
server.listen(0, '127.0.0.1', () => writeFileSync(process.argv[2], String(server.address().port)));
process.stdin.on('end', () => process.exit()).resume();
