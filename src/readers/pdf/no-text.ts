/** Why a PDF without text is refused; OCR is for such files. */
export const NO_TEXT = 'contains no text, like a scan; set DOSSIER_OCR to have it read (docs/operating.md)';
