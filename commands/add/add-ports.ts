import type { ChangeStore } from '../../src/core/collecting/change-store.ts';
import type { DraftStore } from '../../src/core/collecting/draft-store.ts';
import type { Intake } from '../../src/core/collecting/intake.ts';
import type { SourceStore } from '../../src/core/collecting/source-store.ts';
import type { Library } from '../../src/core/library/library.ts';

/** The ports of `/add`. */
export interface AddPorts {
  readonly library: Library;
  /** Null where nothing can be added. */
  readonly intake: Intake | null;
  readonly sources: Pick<SourceStore, 'list' | 'put'>;
  readonly drafts: DraftStore;
  readonly changes: Pick<ChangeStore, 'record'>;
}
