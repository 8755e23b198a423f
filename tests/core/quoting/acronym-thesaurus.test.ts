import { expect, test } from 'vitest';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { createAcronymThesauri } from '../../../src/core/quoting/acronym-thesaurus.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

test('is read again after it could not be read', async () => {
  const scope = createMemoryLibrary().scopeFor(LOCAL);
  let away = true;
  const thesaurus = createAcronymThesauri({
    async acronyms() {
      if (away) throw new Error('away');
      return new Map();
    },
  });
  await expect(thesaurus(scope)).rejects.toThrow('away');
  away = false;
  await expect(thesaurus(scope)).resolves.toBeDefined();
});
