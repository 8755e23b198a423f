import type { Attributes } from './page-events.ts';

const CONTROLLED =
  /\b(?:aria-controls\s*=\s*["']?|data-(?:bs-)?target\s*=\s*["']?#|href\s*=\s*["']?#)([\w:. -]{1,200})/gi;

/** The ids that a page's buttons, tabs and links open. */
export function findPanels(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(CONTROLLED)].flatMap(([, ids = '']) => ids.split(' ')));
}

const PANEL =
  /accordion|collaps|expand|\btab-?(?:pane|content)|tabpanel|\bpanel|faq|answer|spoiler|read-?more|more-?(?:text|content)|full-?text|toggle-?content|transcript/i;
const OTHER =
  /nav|menu|modal|dialog|pop-?up|search|share|social|cookie|consent|gdpr|log-?in|sign-?(?:in|up)|newsletter|subscri|tooltip|dropdown|drawer|sidebar|overlay|lightbox|toast|cart|comment|lang|template/i;
const OTHER_NAMES = new Set('nav menu form dialog header footer aside li a button span'.split(' '));

/** Whether a hidden element is a part of the text that a reader opens: a tab, an accordion's answer, the rest of an article. */
export function isPanel(name: string, attributes: Attributes, panels: ReadonlySet<string>): boolean {
  const { id = '', class: classes = '', role = '', hidden } = attributes;
  const called = `${id} ${classes} ${role}`;
  if (OTHER.test(called) || (OTHER_NAMES.has(name) && !READ_MORE.test(called))) return false;
  return (
    hidden === 'until-found' ||
    role === 'tabpanel' ||
    panels.has(id) ||
    PANEL.test(called) ||
    READ_MORE.test(called)
  );
}

const READ_MORE = /^more\b|read-?more|more-?(?:text|content)|full-?text|spoiler/i;
