import { html, type Markup, raw } from './markup.ts';

/** A page of this installation, with a style of its own, or whatever else its head links to. */
export function page(title: string, body: Markup, head: string | Markup = STYLE): Markup {
  const inHead = typeof head === 'string' ? html`<style>${raw(head)}</style>` : head;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} · Dossier</title>${inHead}</head>
<body><main>${body}</main></body></html>`;
}

/** The style of every page, light and dark. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--quiet:#625e57;--mark:#ffe58a;--line:#ddd8cd;--link:#1a4fa3}
@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#191816;--quiet:#a8a297;--mark:#6b5500;--line:#3a3732;--link:#8fb8ff}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
header,footer{font-family:system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
.facts,footer{color:var(--quiet);font-size:.875rem}header{border-bottom:1px solid var(--line);margin-bottom:1.5rem;padding-bottom:.5rem}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem}code{overflow-wrap:anywhere}
article{overflow-wrap:anywhere}mark{background:var(--mark);color:inherit;padding:.1em 0;scroll-margin-top:30vh}
.notice{border-left:.25rem solid var(--mark);padding-left:.75rem}a{color:var(--link)}
.page{color:var(--quiet);float:right;font:.75rem system-ui,sans-serif;margin:.3em 0 0 .75rem}
@media print{:root{--paper:#fff;--ink:#000}}`;
