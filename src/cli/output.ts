/**
 * Writing to a stream without running ahead of its reader. Nothing is written once that cannot be: the reader went away
 * (`necessity check … | head`), or its disk is full, which `run.ts` tells.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** True if nobody reads what is written any more, which is no failure. */
export function isReaderGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

/** Takes over what goes wrong on its stream: from the first error on everything that is written is dropped. */
export class Output {
  readonly #stream: Writable;
  #isClosed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.#isClosed = true;
    });
  }

  /** True once nothing that is written from then on is read. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends when the stream has room again, so that who waits for it never has more than one text in memory. */
  async write(text: string): Promise<void> {
    if (text === '' || this.#isClosed) return;
    if (this.#stream.write(text)) return;
    await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]).catch(() => {
      this.#isClosed = true;
    });
  }
}
