import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';
import { cpuTimeUntil } from '../../fakes/cpu-time.ts';

const BODY =
  '<p>The lamp was lit at dusk by the keeper of the harbour.</p>\n<p>It shone until the morning.</p>';
const TEXT = 'The lamp was lit at dusk by the keeper of the harbour.\n\nIt shone until the morning.';

describe('a page of a site’s sources', () => {
  test.each([
    [
      'YAML, as Jekyll reads it',
      '---\nlayout: post\ntitle: "Lamps: a history"\ndate: 2024-03-05 10:00:00 +0100\nauthor: Ada Quay\n---\n',
    ],
    [
      'TOML, as Hugo reads it',
      '+++\ntitle = "Lamps: a history"\ndate = 2024-03-05\nauthor = "Ada Quay"\n+++\n',
    ],
  ])('states what it is in front matter: %s', async (_name, head) => {
    const { text, metadata } = await read(`${head}${BODY}`);
    expect(text).toBe(TEXT);
    expect(metadata).toMatchObject({
      title: 'Lamps: a history',
      author: 'Ada Quay',
      published: '2024-03-05',
    });
  });

  test('tells what it could not read of it, and is served all the same', async () => {
    const { text, omissions } = await read(`---\ndate: when it was dark\n---\n${BODY}`);
    expect(text).toBe(TEXT);
    expect(omissions).toEqual([expect.stringContaining('"date" that was ignored: line 2')]);
  });

  test.each([
    ['around the text', '{% include head.html %}\n{{ content }}\n$\n{%- endif -%}'],
    ['in attributes', '<div {% if dark %}class="dark"{% endif %} id="{{ page.id | escape }}">$</div>'],
    [
      'of Go',
      '{{ define "main" }}{{ range .Pages }}$<b>{{ .Title }}</b>{{ end }}{{/* not\nshown */}}{{ end }}',
    ],
    [
      'of Jinja',
      '{% extends "base.html" %}{% block main %}{# not shown #}$<h3>{{ title }}</h3>{% endblock %}',
    ],
    ['of Handlebars', '{{#if dark}}$<p>{{> lamp }}</p>{{/if}}'],
  ])('keeps no template tags %s', async (_name, page) => {
    expect((await read(`---\ntitle: Lamps\n---\n${page.replace('$', BODY)}`)).text).toBe(TEXT);
  });

  test.each([
    ['what a tag writes', 'It costs {{ price }} today.', 'It costs […] today.'],
    ['on the next line', 'It costs\n<b>{{ price }}</b>\ntoday.', 'It costs […] today.'],
    ['two wordings', 'It is {% if lit %}lit{% else %}dark{% endif %} today.', 'It is lit[…]dark today.'],
    [
      'text between raw tags',
      'It costs {% raw %}{{ price }}{% endraw %} today.',
      'It costs {{ price }} today.',
    ],
  ])('shows in a sentence %s', async (_name, sentence, said) => {
    expect((await read(`---\ntitle: Lamps\n---\n${BODY}<p>${sentence}</p>`)).text).toBe(`${TEXT}\n\n${said}`);
  });

  test('is told by its tags where it has no front matter', async () => {
    expect((await read(`{% load static %}${BODY}{% include "foot.html" %}`)).text).toBe(TEXT);
  });
});

test('a title of tags alone is none', async () => {
  const head = '<title>{{ page.title }} | {{ site.name }}</title><meta name="author" content="{{ author }}">';
  expect((await read(`---\n---\n<html><head>${head}</head>${BODY}`)).embedded).toMatchObject({
    title: null,
    author: null,
  });
});

describe('a page about templates', () => {
  test.each([
    ['in code', 'Write <code>{% if lit %}</code> or {{ lamp }}.', 'Write {% if lit %} or {{ lamp }}.'],
    ['a rule of three dashes', '--- It was lit {{ here }}.', '--- It was lit {{ here }}.'],
  ])('keeps what looks like tags: %s', async (_name, sentence, said) => {
    expect((await read(`${BODY}<p>${sentence}</p>`)).text).toBe(`${TEXT}\n\n${said}`);
  });
});

test.each([
  ['tags that nothing ends', '{% highlight %}{{# {% '.repeat(50_000)],
  ['open code', '<pre><code {% if %}'.repeat(50_000)],
])('is read in good time: %s', async (_name, markup) => {
  const spent = await cpuTimeUntil(async () => {
    expect((await read(`---\ntitle: Lamps\n---\n${BODY}${markup}`)).text).toContain('The lamp was lit');
    await read(`${BODY}${markup}`);
  });
  expect(spent).toBeLessThan(5000);
});

const read = (source: string) => htmlReader.read(new TextEncoder().encode(source), 'a.html');
