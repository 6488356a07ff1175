#!/usr/bin/env node
/**
 * Entry point: the command line as the build compiled it, or where there is no such thing, from its modules.
 */
import { compiledModule } from '../files/compiled-module.js';

const compiled = compiledModule<typeof import('./run.js')>(new URL('whole.cjs', import.meta.url));
const { run } = compiled?.exports ?? (await import('./run.js'));
await run();
