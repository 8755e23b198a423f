import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeFurniture } from '../../../src/readers/clean/furniture.ts';
import { OWN_CORPUS } from '../../fakes/corpus-folder.ts';

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe('the corpus', () => {
  const read = (name: string) => readFileSync(join(OWN_CORPUS, 'nato-asia', `${name}.txt`), 'utf8');
  const dropped = (name: string) => {
    const kept = new Set(linesOf(removeFurniture(read(name), 'file').text));
    return linesOf(read(name)).filter((line) => !kept.has(line));
  };

  test('loses the summary box and the neighbouring articles', () => {
    expect(removeFurniture(read('glimpses-on-natos-asia-pac-outreach'), 'file').title).toBe(
      'Glimpses on NATO’s Asia-Pac Outreach and Regional Security Dynamics',
    );
    expect(dropped('glimpses-on-natos-asia-pac-outreach')).toHaveLength(9);
    expect(linesOf(removeFurniture(read('glimpses-on-natos-asia-pac-outreach'), 'file').text)).toEqual(
      linesOf(read('glimpses-on-natos-asia-pac-outreach')).slice(3, 9),
    );
  });

  test('passes whole where it has no headline', () => {
    expect(removeFurniture(read('nato-leaders-gather-in-washington'), 'file')).toEqual({
      title: null,
      text: read('nato-leaders-gather-in-washington').trimEnd(),
    });
  });

  test('loses the name of the paper at the end', () => {
    expect(removeFurniture(read('nato-pivots-to-asia'), 'file').title).toBe('NATO pivots to Asia');
    expect(dropped('nato-pivots-to-asia')).toEqual(['NATO pivots to Asia', 'ePaper - Nawaiwaqt']);
  });

  test('loses every teaser and keeps the summary', () => {
    const lines = linesOf(read('nato-foray-into-asia'));
    expect(removeFurniture(read('nato-foray-into-asia'), 'file').title).toBe(
      'NATO foray into Asia risks driving China and Russia closer together',
    );
    expect(linesOf(removeFurniture(read('nato-foray-into-asia'), 'file').text)).toEqual([
      lines[3],
      ...lines.slice(5, 14),
    ]);
  });

  test('keeps the section headings and the labelled list', () => {
    expect(dropped('nato-expands-focus-to-indo-pacific')).toEqual([
      'NATO Expands Focus To Indo-Pacific Amid Geopolitical Shifts And Security Concerns',
    ]);
  });
});
