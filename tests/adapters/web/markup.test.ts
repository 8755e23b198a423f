import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, raw } from '../../../src/adapters/web/markup.ts';

test('text is escaped, HTML and lists of both stand as they are', () => {
  const inner = html`<b>${'<i> & "x"'}</b>`;
  expect(html`<p title="${"a'b"}">${['1 < 2 ', inner, 3]}${raw('<hr>')}</p>`.markup).toBe(
    '<p title="a&#39;b">1 &lt; 2 <b>&lt;i&gt; &amp; &quot;x&quot;</b>3<hr></p>',
  );
});

test('no text can end the element or the attribute in which it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`${text}`;
      expect(markup).not.toMatch(/[<>"']/);
      expect(markup.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});
