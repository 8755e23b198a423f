import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { describeInBrowser, openWatched, type WatchedPage } from './chromium.ts';
import { type Served, serveDossier } from './served.ts';

/** The newest turn. */
const latest = (page: Page) => page.locator('#latest');
const field = (page: Page) => page.getByRole('combobox');
const quotes = (page: Page) => latest(page).locator('q');

async function ask(page: Page, line: string): Promise<void> {
  const before = await page.locator('.turns > li').count();
  await page.locator('#line').fill(line);
  await page.locator('#line').press('Enter');
  await expect.poll(() => page.locator('.turns > li').count()).toBe(before + 1);
}

describeInBrowser('the chat page in a browser', () => {
  let dossier: Served;
  let opened: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    dossier = await serveDossier();
  }, 120_000);

  beforeEach(async () => {
    opened = await openWatched(dossier.address);
    page = opened.page;
    return async () => {
      expect(opened.complaints).toEqual([]);
      await opened.context.close();
    };
  });

  test('gives a brief by a button, in place, and leads the focus to it', async () => {
    await page.getByRole('button', { name: 'NATO in the Asia-Pacific' }).click();
    await latest(page).getByRole('heading', { name: 'NATO in the Asia-Pacific' }).waitFor();
    expect(await quotes(page).first().innerText()).toMatch(/^“NATO is embarking on .*”$/);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('latest');
    expect(await page.evaluate<number>('performance.getEntriesByType("navigation").length')).toBe(1);
  });

  test('takes follow-ups and goes on by buttons; who types goes on typing', async () => {
    await ask(page, 'What does France think?');
    await ask(page, 'And China?');
    expect(await quotes(page).first().innerText()).toContain('China');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('line');
    await latest(page).getByRole('button', { name: 'Sources' }).click();
    await expect.poll(() => latest(page).getByRole('heading').first().innerText()).toContain('Sources');
    await page.reload();
    expect(await page.locator('.turns > li').count()).toBe(3);
  });

  test('asks about an earlier answer, below it', async () => {
    await ask(page, 'What does France think?');
    await ask(page, '/help');
    await page.getByText('Ask', { exact: true }).first().click();
    await page.getByLabel('Your question, about this answer').fill('And China?');
    await page.keyboard.press('Enter');
    await expect.poll(() => quotes(page).first().innerText()).toContain('China');
  });

  test('leads from a citation to the sentence, and back', async () => {
    await ask(page, '/brief nato-asia');
    for (let at = 0; at < (await quotes(page).count()); at++) {
      const quoted = await quotes(page).nth(at).innerText();
      await latest(page).locator('p.quote a').nth(at).click();
      const marked = page.locator('mark:not(.also)');
      await marked.first().waitFor();
      expect(`“${(await marked.allInnerTexts()).join('')}”`).toBe(quoted);
      const top = () =>
        page.evaluate<number>('document.querySelector("mark:not(.also)").getBoundingClientRect().top');
      await expect.poll(top).toBeLessThan(900);
      await page.goBack();
      await latest(page).waitFor();
    }
  });

  test('completes commands, topics and options by keys, and tells those who hear it', async () => {
    await field(page).pressSequentially('/br');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('status').allInnerTexts()).toContain('1 suggestion');
    await page.keyboard.press('ArrowDown');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe(active);
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('/brief ');
    await page.getByRole('option', { name: '/brief japan-nato Japan and NATO' }).click();
    expect(await field(page).inputValue()).toBe('/brief japan-nato');
    await field(page).pressSequentially(' st');
    await page.getByRole('option', { name: 'style:' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    await field(page).fill('What');
    expect(await page.getByRole('option').count()).toBe(0);
  });

  test('does everything by the keyboard alone', async () => {
    // The browser moves the focus when it first draws the page, which may be after it has loaded.
    await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('line');
    await page.keyboard.type('/brief jap');
    await page.getByRole('option', { name: '/brief japan-nato' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await latest(page).getByRole('heading', { name: 'Japan and NATO' }).waitFor();
    const name = () => page.evaluate<string>('document.activeElement.textContent');
    for (let presses = 0; presses < 60 && (await name()) !== 'Sources'; presses++)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.turns > li').count()).toBe(2);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('latest');
  });

  test('shows a digest that was ordered on it, also after a kill, once', async () => {
    await ask(page, '/digest add liaison-office at:08:00');
    expect(await latest(page).innerText()).toContain('Scheduled.');
    dossier.setClock('2026-11-25T08:00:05Z');
    const inbox = page.locator('#inbox');
    await expect
      .poll(async () => {
        await page.reload();
        return inbox.locator('summary').innerText();
      })
      .toContain('1 unread of 1 digest');
    await dossier.restart();
    await page.reload();
    expect(await inbox.locator('summary').innerText()).toContain('1 unread of 1 digest');
    await inbox.getByRole('link').click();
    expect(await page.locator('article q').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Chat and inbox' }).click();
    expect(await inbox.locator('summary').innerText()).toContain('1 digest, all read');
    await ask(page, '/digest remove 1 confirm:yes');
  });

  test('takes one form for a double click, and as much text as it is given', async () => {
    await page.getByRole('button', { name: 'Japan and NATO' }).dblclick();
    await latest(page).waitFor();
    await ask(page, 'What does Japan want? '.repeat(500));
    expect(await page.locator('.turns > li').count()).toBe(2);
    await ask(page, '<img src=x onerror=alert(1)> \u202E %s {{7*7}} \'"`');
    expect(await page.evaluate<number>('document.images.length')).toBe(0);
  });

  test('says so when Dossier has gone, and keeps what was typed', async () => {
    await opened.context.setOffline(true);
    await field(page).fill('Who pays?');
    await field(page).press('Enter');
    await page.getByText('Dossier did not answer.').waitFor();
    expect(await field(page).inputValue()).toBe('Who pays?');
    (opened.complaints as string[]).splice(0); // the browser’s own word of the lost connection
    await opened.context.setOffline(false);
  });

  test.each([
    [390, 'dark'],
    [1280, 'light'],
  ] as const)('is accessible and fits: %i pixels, %s', async (width, colorScheme) => {
    const { page, context, complaints } = await openWatched(dossier.address, {
      ...{ viewport: { width, height: 844 }, colorScheme, script: axe.source },
    });
    await ask(page, '/brief nato-asia');
    await latest(page).getByRole('button', { name: 'Bad answer' }).click();
    await expect.poll(() => page.locator('.turns > li').count()).toBe(2);
    await page.getByText('Ask', { exact: true }).first().click();
    await page.locator('#inbox summary').click();
    await page.locator('#line').fill('/brief ');
    await page.locator('#line').press('End');
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const [ink, paper] = await page.evaluate<[string, string]>(
      '[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]',
    );
    expect(brightness(ink) > brightness(paper)).toBe(colorScheme === 'dark');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('works without JavaScript', async () => {
    const plain = await openWatched(dossier.address, { javaScriptEnabled: false });
    await plain.page.getByRole('button', { name: 'NATO in the Asia-Pacific' }).click();
    await latest(plain.page).getByRole('heading', { name: 'NATO in the Asia-Pacific' }).waitFor();
    await plain.page.locator('#line').fill('What does France think?');
    await plain.page.getByRole('button', { name: 'Ask' }).click();
    await plain.page.getByRole('heading', { name: 'What does France think?' }).waitFor();
    await latest(plain.page).getByRole('button', { name: 'Sources' }).click();
    expect(await plain.page.locator('.turns > li').count()).toBe(3);
    await plain.context.close();
    expect(plain.complaints).toEqual([]);
  });

  test('is under 100 kB with all that it loads', async () => {
    await ask(page, '/brief nato-asia');
    await page.reload({ waitUntil: 'load' });
    const size = await page.evaluate<number>(
      '[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)',
    );
    expect(size).toBeGreaterThan(15_000);
    expect(size).toBeLessThan(100_000);
  });
});

function brightness(colour: string): number {
  return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
}
