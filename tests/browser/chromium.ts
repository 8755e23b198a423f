import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, describe } from 'vitest';

const PATHS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FOUND = PATHS.find((path) => path !== '' && existsSync(path));
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Describes what a browser shows; skipped, with the reason in its name, where none is found. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (FOUND) describe(name, tests);
  else describe.skip(`${name} (no Chromium found: set CHROMIUM, or apt-get install chromium)`, tests);
}

/** A page, and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, exceptions, and requests to elsewhere. */
  readonly complaints: readonly string[];
}

let browser: Promise<Browser> | null = null;

afterAll(async () => {
  await (await browser)?.close();
});

/** Opens a page in a browser of its own, as far as cookies go, and watches it. */
export async function openWatched(
  address: string,
  options: BrowserContextOptions & { readonly script?: string } = {},
): Promise<WatchedPage> {
  browser ??= chromium.launch({ executablePath: FOUND ?? '', args: ARGS });
  const { script, ...rest } = options;
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 900 }, ...rest });
  if (script !== undefined) await context.addInitScript({ content: script });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, context, complaints };
}
