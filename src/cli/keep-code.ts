/**
 * Run by the build, with the arguments of a usual run: keeps what the engine compiled for it, for the runs to come.
 */
import { compiledModule } from '../files/compiled-module.js';
import { keepHeapsSmall } from './small-heaps.js';

const compiled = compiledModule<typeof import('./run.js')>(new URL('whole.cjs', import.meta.url));
if (compiled === null) throw new Error('there is no bundle whose code could be kept');
await compiled.exports.run();
compiled.keep();
// Threads of long runs start with these flags.
keepHeapsSmall();
compiled.keep();
