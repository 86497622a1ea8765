// Builds the package. npm installs no tools before it prepares a package that is installed globally from git
// (npm/cli#8440), which is what pre-commit does: then they are installed here.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command) => execSync(command, { stdio: 'inherit', env: { ...process.env, npm_config_global: 'false' } });

if (!existsSync('node_modules/typescript')) run('npm ci --ignore-scripts');
run('npm run build');
