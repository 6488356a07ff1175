/**
 * Writing to a stream without running ahead of its reader, and without complaint when the reader goes away
 * (`necessity check … | head`).
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

export class Output {
  readonly #stream: Writable;
  #isClosed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE' && cause.code !== 'ERR_STREAM_DESTROYED') throw cause;
      this.#isClosed = true;
    });
  }

  /** True once the reader has gone: nothing that is written from then on is read. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  async write(text: string): Promise<void> {
    if (text === '' || this.#isClosed) return;
    if (this.#stream.write(text)) return;
    await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]).catch(() => {
      this.#isClosed = true;
    });
  }
}
