const HIDDEN = '[redacted]';

// How the secrets look that a token or a header may be recognised by; row 50 of the threat model.
const SHAPES: readonly RegExp[] = [
  /\bxox[a-z](?:\.xox[a-z])?-[\w-]{6,}/g,
  /\bxapp-[\w-]{6,}/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, // a Discord token
  /\bdossier_[\w-]{20,}/g,
  /(?<=\b(?:Bearer|Bot|Basic)\s+)[\w.~+/=-]{8,}/gi,
  /(?<=\bpostgres(?:ql)?:\/\/[^:@/\s]*:)[^@\s]+(?=@)/gi,
  /(?<=\bsmtps?:\/\/[^:@/\s]*:)[^@\s]+(?=@)/gi,
  /(?<=[?&](?:key|token)=)[\w-]{8,}/gi, // a signed link
  /(?<=\/digests\/[\w-]+\.)[\w-]{22}(?=\.xml)/g, // the address of a feed
  /(?<=(?<![A-Za-z])(?:token|secret|password|passwd|pwd)["']?\s*[:=]\s*["']?)[^\s"',;&}]{6,}/gi,
];

/** Takes secrets out of a line: those that are known, and whatever looks like one. */
export type Redact = (line: string) => string;

/** Creates a redaction. Secrets shorter than eight characters are words, and would be found everywhere. */
export function createRedact(secrets: readonly string[] = []): Redact {
  const known = secrets.filter((secret) => secret.length >= 8);
  return (line) => {
    const without = known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return SHAPES.reduce((text, shape) => text.replace(shape, HIDDEN), without);
  };
}
