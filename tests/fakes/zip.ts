import { deflateRawSync } from 'node:zlib';

/** An entry of a made zip file; `unpacked` is the size that its directory claims. */
interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly unpacked?: number;
  readonly flags?: number;
}

/** A zip file with whatever its directory is made to claim. Checksums are left at zero. */
export function createZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, unpacked, flags = 0 } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(unpacked ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([uint32(0x04034b50), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14); // comment, disk and attributes
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        Buffer.from([20, 0]),
        fields,
        rest.subarray(4),
        uint32(at),
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
