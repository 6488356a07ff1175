/** Archives made by hand, also such as no packer would make. */
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface MadeEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** For zip: bits of the general purpose flag, unix mode, how often the same bytes are claimed. */
  readonly flags?: number;
  readonly mode?: number;
  readonly method?: number;
  readonly crc?: number;
  /** For tar. */
  readonly type?: 'file' | 'symlink' | 'character-device';
  readonly linkname?: string;
}

export async function makeTar(entries: readonly MadeEntry[]): Promise<Buffer> {
  const packed = pack();
  for (const { name, content = '', type = 'file', linkname } of entries) {
    packed.entry(
      { name, type, ...(linkname === undefined ? {} : { linkname }) },
      type === 'file' ? content : '',
    );
  }
  packed.finalize();
  return buffer(packed);
}

const UTF8_NAMES = 0x0800;

/** @param repeats entries of the directory that point at the bytes of the first */
export function makeZip(entries: readonly MadeEntry[], repeats = 0): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  entries.forEach((entry, i) => {
    const local = localPart(entry);
    directory.push(directoryPart(entry, offset));
    if (i === 0)
      for (let n = 0; n < repeats; n++) directory.push(directoryPart({ ...entry, name: `${n}.txt` }, offset));
    parts.push(local);
    offset += local.length;
  });
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

function fields({ content = '', flags = 0, method = 8, crc }: MadeEntry) {
  const plain = Buffer.from(content);
  const packed = method === 8 ? deflateRawSync(plain) : plain;
  return { flags: flags | UTF8_NAMES, method, crc: crc ?? crc32(plain), packed, size: plain.length };
}

function localPart(entry: MadeEntry): Buffer {
  const { flags, method, crc, packed, size } = fields(entry);
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

function directoryPart(entry: MadeEntry, offset: number): Buffer {
  const { flags, method, crc, packed, size } = fields(entry);
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE((3 << 8) | 20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed.length, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}
