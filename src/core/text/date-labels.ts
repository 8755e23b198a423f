const PUBLISHED = [
  '(?:first )?published|posted|issued|released?|release date|date (?:of publication|of issue|published|issued)|(?:publication|issue) date|for (?:immediate )?release|embargo(?:ed)?(?: until)?|dated|enacted|date of (?:enactment|assent)|press release|news release|media release',
  'veröffentlicht|veröffentlichungsdatum|erschienen|erscheinungsdatum|ausfertigungsdatum|verkündet|pressemitteilung|medienmitteilung|sperrfrist',
  'publiée?|mise? en ligne|parue?|date de (?:publication|parution)|communiqué(?: de presse)?',
  'publicad[oa]|fecha de publicación|difundido|comunicado(?: de prensa)?|nota de prensa',
  'pubblicat[oa]|data di pubblicazione|comunicato(?: stampa)?',
  'data (?:de|da) publicação|nota à imprensa|comunicado',
  'gepubliceerd|publicatiedatum|geplaatst|persbericht',
  'opublikowan[oay]|data publikacji|komunikat prasowy',
  'publicerad|udgivet|publisert|опубликован[оа]?|дата публикации',
].join('|');
const UNSPACED =
  '公開日|掲載日|発表日|公表日|発行日|投稿日|配信日|发布(?:时间|日期|于)|發布(?:時間|日期|於)|发表(?:时间|日期|于)|公布日期|印发日期|刊登日期|게시일|등록일|발행일|배포일|보도일시?|작성일|입력';
const LABEL = new RegExp(`^[\\[(*_•·|-]*\\s*(?:(?:${PUBLISHED})(?!\\p{L})|(?:${UNSPACED}))`, 'iu');

/** Whether a line begins with words that say that its date is that of the publication: “Published on”, “Veröffentlicht am”. */
export function isPublicationLine(line: string): boolean {
  return LABEL.test(line);
}

const UPDATED =
  /(?:\b(?:last )?(?:updat(?:ed?|es|ing)|modified|revised|reviewed|amended|edited|changed)\b|\bmodification|aktuali[sz]|geändert|überarbeitet|\bstand ?:|mise? à jour|modifié|actualiz|modificad|aggiorna|modificat|atualiz|bijgewerkt|gewijzigd|zaktualiz|aktualizac|uppdatera|oppdater|opdater|обновл|更新|修订|修改|改定|改訂|수정|güncelle)/iu;

/** The part of a line before it says when the document was changed last. */
export function beforeUpdate(line: string): string {
  return line.split(UPDATED)[0] ?? '';
}

/** The part of a line from where it says when the document was changed last; empty if it doesn't. */
export function fromUpdate(line: string): string {
  const at = line.search(UPDATED);
  return at === -1 ? '' : line.slice(at);
}

const LABELLED = /^\p{L}[\p{L}\s'’()-]{0,40}:(?:\s|$)/u;
const NEUTRAL =
  /^(?:date|datum|fecha|data|dato|day|by|von|par|por|di|door|av|af|text|words|author|autor|auteur)(?![\p{L}])/iu;

/** Whether a line begins with a label that is neither of a publication nor of an author: “Deadline: 18 May 2026”. */
export function isOtherLabel(line: string): boolean {
  return LABELLED.test(line) && !isPublicationLine(line) && !NEUTRAL.test(line);
}

const LABEL_WORDS = 5;

/** Whether what stands before a date says that it is that of something else: “Deadline:”, “Updated”, or any term of a list. */
export function isLabelOfOther(text: string, { isTerm } = { isTerm: false }): boolean {
  if (text === '' || text.split(' ').length > LABEL_WORDS) return false;
  if (isTerm) return !isPublicationLine(text) && !NEUTRAL.test(text);
  return isOtherLabel(text) || (fromUpdate(text) !== '' && !/\d/.test(text));
}
