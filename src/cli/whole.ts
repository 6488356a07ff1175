/** What runs from the bundle that the build compiles: the command line and the threads that it starts. */
export { BlockWork } from '../workers/block-work.js';
export { run } from './run.js';
