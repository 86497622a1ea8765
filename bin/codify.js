#!/usr/bin/env node
import { main } from '../dist/cli/main.js';

// A reader that has seen enough (`codify quotes | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));
