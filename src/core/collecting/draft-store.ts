import type { SourceNote } from '../library/sources/source-notes.ts';
import type { AddedBy } from './source.ts';

/** What somebody was shown, to be kept or followed once a manager confirms it. */
export type DraftContent =
  | { readonly kind: 'feed'; readonly address: string }
  | { readonly kind: 'page'; readonly address: string }
  | {
      readonly kind: 'document';
      /** Identifies it among what is added to a collection: its address, or a hash of its content. */
      readonly key: string;
      /** What it is called in chat. */
      readonly title: string;
      /** With its dot. */
      readonly ending: string;
      readonly bytes: Uint8Array;
      readonly note: SourceNote;
    };

/** A draft, and who was shown it. */
export interface KeptDraft {
  readonly id: string;
  readonly by: AddedBy;
  readonly at: Date;
  readonly content: DraftContent;
}

/** Drafts that nobody has confirmed yet. */
export interface DraftStore {
  /** Keeps a draft for a day; of those of one workspace, so many at most. */
  put(draft: KeptDraft): Promise<void>;
  /** Null if there is none with that id in the workspace. */
  find(id: string, workspace: Pick<AddedBy, 'platform' | 'workspace'>): Promise<KeptDraft | null>;
  remove(id: string): Promise<void>;
}
