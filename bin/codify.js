#!/usr/bin/env node
import module from 'node:module';

// Newer versions of Node keep what they have compiled from one run to the next.
module.enableCompileCache?.();
const { main } = await import('../dist/cli/main.js');

// A reader that has seen enough (`codify quotes | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));
