/**
 * Packed bytes -> their content, as a stream. What unpacks to far more than letters can be packed into is a bomb,
 * and is given up before it costs more than its share of time.
 */
import { pipeline } from 'node:stream';
import * as zlib from 'node:zlib';

type Bytes = AsyncIterable<Buffer>;
type Decompressor = NodeJS.ReadWriteStream;

/** How bytes are packed (RFC 1952, RFC 8878). */
export type Packing = 'gzip' | 'zstd';

/** Letters of one template pack well, but not to less than a hundredth. */
const MOST_RATIO = 400;
/** What a stream may unpack to before its ratio is looked at. */
const FREE_BYTES = 64 * 1024 * 1024;

/** An input that cannot be unpacked, in words for people. */
export class UnpackError extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/**
 * The content of packed bytes, as it is unpacked.
 * @throws {UnpackError} from the stream, if it is a bomb or this Node cannot unpack it
 * @throws the error of the unpacker if the bytes are damaged
 */
export async function* unpack(packed: Bytes, packing: Packing): AsyncGenerator<Buffer> {
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of packed) {
      taken += chunk.length;
      yield chunk;
    }
  }
  // The error reaches the reader of the stream; the callback is only there so that it is not thrown twice.
  const unpacked = pipeline(counted(), decompressor(packing), () => {}) as unknown as Bytes;
  for await (const chunk of unpacked) {
    given += chunk.length;
    if (given > FREE_BYTES && given > MOST_RATIO * taken) throw bomb();
    yield chunk;
  }
}

/** What is thrown for a file that unpacks to far more than letters do. */
export function bomb(): UnpackError {
  return new UnpackError(
    `it unpacks to more than ${MOST_RATIO} times its size, which no letters do`,
    'unpack it yourself if it is to be trusted, and name the unpacked file',
  );
}

function decompressor(packing: Packing): Decompressor {
  if (packing === 'gzip') return zlib.createGunzip();
  const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Decompressor };
  if (createZstdDecompress) return createZstdDecompress();
  throw new UnpackError(
    `this version of Node (${process.version}) cannot unpack zstd`,
    'use Node 22.15 or later, or pipe it in: `zstd -dc FILE | necessity … -`',
  );
}
