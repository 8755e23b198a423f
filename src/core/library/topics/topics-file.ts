import * as z from 'zod';
import type { CollectionId } from '../documents/document.ts';
import { readYamlFile } from '../sources/yaml-file.ts';
import { MAX_TITLE, TOPIC_NAME, type Topic } from './topic.ts';

const text = z.string('must be text').trim().min(1, 'is empty');

const shape = z.record(
  z.string().regex(TOPIC_NAME, 'is not a topic name; use letters, digits and hyphens'),
  z.strictObject({
    title: text.max(MAX_TITLE, `is longer than ${MAX_TITLE} characters`),
    query: text,
    collections: z.array(text).optional(),
    synonyms: z.array(z.array(text).min(2, 'needs at least two phrases with the same meaning')).optional(),
    aspects: z.record(text, z.array(text).min(1, 'needs at least one term')).optional(),
  }),
);

/** Reads `topics.yaml`, in the file's order; without a file there are no topics. */
export async function readTopicsFile(path: string): Promise<readonly Topic[]> {
  const entries = (await readYamlFile(path, shape)) ?? {};
  return Object.entries(entries).map(([name, { title, query, collections, synonyms, aspects }]) => ({
    name,
    title,
    query,
    collections: (collections as CollectionId[] | undefined) ?? null,
    synonyms: synonyms ?? [],
    aspects: Object.entries(aspects ?? {}).map(([label, terms]) => ({ label, terms })),
  }));
}
