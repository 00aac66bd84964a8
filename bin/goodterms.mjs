#!/usr/bin/env node
// The command line: goodterms check | measure | price | explain | …
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

const flags = ['--disable-warning=ExperimentalWarning', join(root, 'apps/cli/goodterms.ts')];
const result = spawnSync(setup(), [...flags, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
