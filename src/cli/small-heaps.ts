/**
 * Keeps the memory of a long run near what it needs at a time. Left alone, the engine lets a heap grow to several times
 * of what is alive before it is cleaned, and the more so the longer a run is.
 * Not here: bounds on what is alive; those stand where things are remembered.
 */
import { setFlagsFromString } from 'node:v8';

/** How much a heap may grow between two cleanings, in percent of what was alive after the last. */
const GROWTH = 50;
/** What is new is gathered in so many megabytes before it is looked through; for threads that are still to be started. */
const MEGABYTES_OF_NEW = 8;

/** Of this thread and of all that are started later. */
export function keepHeapsSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString(`--max-semi-space-size=${MEGABYTES_OF_NEW}`);
}
