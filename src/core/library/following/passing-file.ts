/**
 * Whether a name is that of something which programs keep beside documents for a while, or for themselves: hidden files,
 * lock files, halves of downloads, editors' copies, a system's notes on a folder. It is passed over in silence.
 */
export function isPassing({
  name,
  isFolder,
}: {
  readonly name: string;
  readonly isFolder: boolean;
}): boolean {
  if (name.startsWith('.')) return true;
  return isFolder ? FOLDER.test(name) : FILE_START.test(name) || FILE_END.test(name) || SYSTEM.test(name);
}

const FOLDER = /^__macosx$|\.(?:download|crdownload)$/i; // Safari downloads into a folder
const FILE_START = /^(?:~\$|~WR[A-Z]\d+\.|#.*#$)/i; // Word, while "plan.docx" is open; Emacs
const FILE_END = /(?:.~|\.(?:crdownload|part|partial|download|opdownload|tmp|temp|sw[a-p]))$/i;
const SYSTEM = /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i;
