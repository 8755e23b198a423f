import { unreadable } from '../../core/library/reading/document-reader.ts';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]; // [MS-CFB] 2.2

/** Refuses a file of the time before zip files, which is also what Office makes of a zip file with a password. */
export function refuseOldFormat(bytes: Uint8Array, kind: string, extension: string): void {
  if (!COMPOUND.every((byte, at) => bytes[at] === byte)) return;
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
  throw unreadable(
    encrypted
      ? 'is password-protected; save it without a password'
      : `is a ${kind} of the kind before 2007; save it as ${extension}`,
  );
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
