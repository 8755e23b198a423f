import { ASSETS } from './assets.ts';
import { html } from './markup.ts';

/** What a page of the chat has in its head: its icon, its style, its script. */
export const HEAD = html`<link rel="icon" href="${ASSETS.icon.address}"><link rel="stylesheet" href="${ASSETS.style.address}">
<script type="module" src="${ASSETS.script.address}"></script>`;
