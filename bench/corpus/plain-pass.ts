/**
 * What any reading of a corpus costs at least: its records are read and cut into lower-case words, and that is all.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** `lumbar`, `10`, `.` */
const PLAIN_TOKEN = /[a-z]+|\d+|[^\s\w]/g;

/** Milliseconds of processor time for the records of a file. */
export async function plainPassMs(path: string): Promise<number> {
  const before = process.cpuUsage();
  let tokens = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { text } = JSON.parse(line) as { readonly text: string };
    tokens += text.toLowerCase().match(PLAIN_TOKEN)?.length ?? 0;
  }
  const { user, system } = process.cpuUsage(before);
  if (tokens === 0) throw new Error(`\`${path}\` has no words`);
  return (user + system) / 1000;
}
