import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { ChangeStore } from '../../src/core/collecting/change-store.ts';
import type { Intake } from '../../src/core/collecting/intake.ts';
import type { SourceStore } from '../../src/core/collecting/source-store.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { SourceEditor } from '../../src/core/library/sources/source-editor.ts';

/** The ports of `/remove`. */
export interface RemovePorts {
  readonly library: Library;
  /** Null where nothing can be removed. */
  readonly intake: Pick<Intake, 'writer'> | null;
  readonly sources: SourceStore;
  readonly changes: Pick<ChangeStore, 'record'>;
  readonly sourceEditor: Pick<SourceEditor, 'placeOf'>;
}

/** A request to remove something. */
export interface Removing extends RemovePorts {
  readonly context: RequestContext;
  readonly isConfirmed: boolean;
}
