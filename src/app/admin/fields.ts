import { html, type Markup } from '../../adapters/web/markup.ts';
import { displayable } from '../../core/text/displayable.ts';
import type { Given } from './visit.ts';

/** A field for a line of text. */
export interface TextField {
  /** What the form's fields hold. */
  readonly typed: URLSearchParams;
  readonly hint: string;
  /** Characters. */
  readonly most: number;
  /** A browser sends the form only with something in it. */
  readonly required?: true;
}

/** A field with its label. */
export function field(name: string, label: string, { typed, hint, most, required }: TextField): Markup {
  return html`<label for="${name}">${label} <small>(${hint})</small></label>
<input id="${name}" name="${name}" maxlength="${most}" autocomplete="off" value="${typedIn(typed, name)}"${required ? html` required` : ''}>`;
}

/** What a field holds. */
export function typedIn(typed: URLSearchParams, name: string): string {
  return displayable(typed.get(name) ?? '');
}

/** The options that fields give, by their names; one that is left empty gives none. */
export function given(fields: URLSearchParams, names: readonly string[]): Given {
  const typed = names.map((name) => [name, fields.get(name)?.trim() ?? ''] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}
