import { type GivenFile, MAX_FILE_BYTES, tooLarge } from '../../src/core/bot/given-file.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { contentKey } from '../../src/core/collecting/source-names.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { ShownFile } from './show-document.ts';

const ENDINGS = /\.(?:pdf|docx|odt|rtf|txt|md|html?|epub|eml|msg|mbox|xlsx|ods|csv|tsv|pptx|odp)$/i;

/** The file that a person gives, attached or by its path; null if they give none. */
export async function givenFile(
  { readFile }: RequestContext,
  { what, file }: { readonly what: string | null; readonly file: string | null },
): Promise<ShownFile | null> {
  const named = file ?? (what !== null && isPath(what) ? what : null);
  if (named === null) return null;
  if (!readFile)
    throw new UserError(
      'No files can be given here. Give an address, or put the file into the folder of a collection.',
      { code: 'no-files' },
    );
  return toShown(await readFile(named));
}

/** `./report.pdf`, `reports/may.pdf` or `report.pdf`, but not `example.org/report.pdf` or `https://example.org/report.pdf`. */
function isPath(what: string): boolean {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(what)) return false;
  if (/^(?:\.{0,2}|~)[\\/]|^[a-z]:\\/i.test(what)) return true;
  const [first = ''] = what.split(/[\\/]/);
  return ENDINGS.test(what) && (first === what || !first.includes('.'));
}

function toShown({ name, bytes }: GivenFile): ShownFile {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(echo(name));
  const ending = /\.[a-z\d]{1,8}$/i.exec(name)?.[0].toLowerCase();
  if (ending === undefined)
    throw new UserError(`${echo(name)} has no ending by which its format is known, such as .pdf.`, {
      code: 'unknown-format',
    });
  return { ending, bytes, key: contentKey(bytes), url: null, name };
}
