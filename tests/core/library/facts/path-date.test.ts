import { describe, expect, test } from 'vitest';
import { addressDate, folderDate, nameDate, pathDate } from '../../../../src/core/library/facts/path-date.ts';

describe('the date in a file’s name', () => {
  test.each([
    ['2015-06-17-what-the-harbour-teaches.md', '2015-06-17'],
    ['2016-03-18-18-lamps-by-the-numbers.md', '2016-03-18'],
    ['20240501.html', '2024-05-01'],
    ['minutes_20240501_final.docx', '2024-05-01'],
    ['minutes 3-May-2024.pdf', '2024-05-03'],
    ['3 mai 2024 réunion.txt', '2024-05-03'],
    ['2024-May-03.md', '2024-05-03'],
    ['31.12.2023 report.txt', '2023-12-31'],
    ['13-02-2024.txt', '2024-02-13'],
    ['02-13-2024.txt', '2024-02-13'],
    ['2024-05.md', '2024-05'],
    ['2024-05-minutes.md', '2024-05'],
    ['2024.md', '2024'],
  ])('is read: %s', (name, date) => {
    expect(nameDate(name)).toBe(date);
  });

  test.each([
    ['may be two', '01-02-2024.txt'],
    ['is one of two', '2024-05-01-2024-05-31-ferries.md'],
    ['is the year of something', '2024-edition.md'],
    ['is the month of what it reports', 'update-2026-05.md'],
    ['is no day', '2024-13-01.md'],
    ['is a number', '12345678.txt'],
    ['is a version', 'release-1.2.2024.txt'],
    ['is the hour of a copy', '20240501120000.html'],
    ['is none', 'the-lamp.txt'],
  ])('is not made up where it %s', (_what, name) => {
    expect(nameDate(name)).toBeNull();
  });
});

test.each([
  ['blog/2024/05/17', '2024-05-17'],
  ['2024/5', '2024-05'],
  ['debates/2024/July/9', '2024-07-09'],
  ['debates/2024/07-July', '2024-07'],
  ['2024/08-July', '2024'],
  ['actes/2024/février/12', '2024-02-12'],
  ['2024/harbour/12', '2024'],
  ['2024/Sep/9', '2024-09-09'],
  ['2024/out', '2024'],
  ['2024/set', '2024'],
  ['2024/gen/3', '2024'],
  ['2024/elo', '2024'],
  ['2024/07/May', '2024-07'],
  ['2024/07/05-May', '2024-07'],
  ['minutes/2024/drafts', '2024'],
  ['minutes/2024/13', '2024'],
  ['2024-05-17 harbour board', '2024-05-17'],
  ['laws/1234', null],
  ['harbour', null],
  ['', null],
])('folders spell out a date: %s', (path, date) => {
  expect(folderDate(path.split('/'))).toBe(date);
});

test.each([
  ['https://example.org/2024/07/10/the-lamp/', '2024-07-10'],
  ['https://example.org/news/2024/7/9/lamp.html?x=1', '2024-07-09'],
  ['2014/12/12/core-team', '2014-12-12'],
  ['/blog/2024-07-10-lamp.html', '2024-07-10'],
  ['https://example.org/2024/07/lamp', null],
  ['https://example.org/lamp?date=2024/07/10', null],
  ['https://2024/07/10', null],
])('an address names a day: %s', (address, date) => {
  expect(addressDate(address)).toBe(date);
});

test.each([
  ['blog/2024/05', '17-the-lamp.md', '2024-05-17'],
  ['2024', '05-07-minutes.md', '2024-05-07'],
  ['2024/calls', '05-17-minutes.md', '2024-05-17'],
  ['2024/calls/old', '05-17-minutes.md', '2024'],
  ['2024/calls', '05-17-2-minutes.md', '2024'],
  ['2024/05', '05-17-minutes.md', '2024-05-17'],
  ['2024/03', '05-17-minutes.md', '2024-03'],
  ['2024/June', '05-17-minutes.md', '2024-06'],
  ['2024', '12-24th-street.md', '2024'],
  ['blog/2024/5', '31-the-lamp.md', '2024-05-31'],
  ['blog/2024/05', '01-introduction.md', '2024-05'],
  ['blog/2024/05', '12-the-lamp.md', '2024-05'],
  ['blog/2024/05', '37-lamps.md', '2024-05'],
  ['blog/2024/05', '2024-05-18-the-lamp.md', '2024-05-18'],
  ['blog/2024', '17-the-lamp.md', '2024'],
  ['blog', '17-the-lamp.md', null],
])('a path has the day that its name begins with in a folder of a month: %s/%s', (folders, name, date) => {
  expect(pathDate(folders.split('/'), name)).toBe(date);
});
