import { type Body, bodiesOf, stringOf } from '../json.ts';
import { objectsOf, richElementsOf } from './block-text.ts';
import type { World } from './world.ts';

const PING = /<!(?:here|channel|everyone)(?:\|[^>]*)?>|<@[UW][^>]*>|<!subteam\^[^>]*>|<#[CG][^>]*>/g;
const LINK = /<((?:https?|mailto):[^|>\s]+)(?:\|[^>]*)?>/gi;
const BARE = /\bhttps?:\/\/[^\s<>|)]+/gi;
const MARKDOWN_LINK = /\]\(\s*<?([a-z]+:[^\s)>]+)/gi;
const PINGING = ['user', 'usergroup', 'broadcast', 'channel', 'team'];

/** Notes what would ping somebody, and links to places that the test didn't allow. */
export function watchPings(world: World, body: Body, name: string): void {
  const blocks = bodiesOf(body.blocks);
  const rich = richElementsOf(blocks);
  const pings = [
    ...parsedTexts(body).flatMap((text) => text.match(PING) ?? []),
    ...rich.filter(({ type }) => PINGING.includes(stringOf(type))).map((one) => JSON.stringify(one)),
  ];
  for (const ping of pings) world.violations.push(`${name}: pings by ${ping}`);
  const links = linksOf(body).filter((url) => !isAllowed(world, url));
  for (const url of new Set(links)) world.violations.push(`${name}: links to ${url}`);
}

/** Every address that a message links to; those of buttons aside. */
export function linksOf(body: Body): readonly string[] {
  const texts = parsedTexts(body);
  const explicit = texts.flatMap((text) => [...text.matchAll(LINK)].map(([, url = '']) => unescaped(url)));
  const markdown = markdownTexts(body).flatMap((text) =>
    [...text.matchAll(MARKDOWN_LINK)].map(([, url = '']) => url),
  );
  const rich = richElementsOf(body.blocks).filter(({ type }) => type === 'link');
  return [...explicit, ...bareLinks(body), ...markdown, ...rich.map(({ url }) => stringOf(url))];
}

// Slack makes links of plain addresses too, unless the text beside blocks is all that they are in.
function bareLinks(body: Body): readonly string[] {
  const isShown = bodiesOf(body.blocks).length === 0;
  const mrkdwn = objectsOf(body.blocks).filter(
    ({ type, verbatim }) => type === 'mrkdwn' && verbatim !== true,
  );
  const texts = [...(isShown ? [stringOf(body.text)] : []), ...mrkdwn.map(({ text }) => stringOf(text))];
  return texts.flatMap((text) => (text.replace(LINK, '').match(BARE) ?? []).map(unescaped));
}

// Slack parses the text beside blocks as well, and `<!here>` even in markdown blocks (platforms.md).
function parsedTexts(body: Body): readonly string[] {
  const mrkdwn = objectsOf(body.blocks).filter(({ type }) => type === 'mrkdwn');
  return [stringOf(body.text), ...mrkdwn.map(({ text }) => stringOf(text)), ...markdownTexts(body)];
}

function markdownTexts(body: Body): readonly string[] {
  const blocks = bodiesOf(body.blocks).filter(({ type }) => type === 'markdown');
  return [...blocks.map(({ text }) => stringOf(text)), stringOf(body.markdown_text)];
}

function isAllowed(world: World, url: string): boolean {
  return world.links.some((link) => (typeof link === 'string' ? url.startsWith(link) : link.test(url)));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
