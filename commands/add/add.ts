import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { inspectAddress } from '../../src/core/collecting/inspect-address.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { AddPorts } from './add-ports.ts';
import { chosenCollections } from './chosen-collection.ts';
import { confirmDraft } from './confirm-draft.ts';
import { givenFile } from './given-file.ts';
import { showDocument } from './show-document.ts';
import { showFeed, showWatched } from './show-feed.ts';

/** `/add`: a feed to follow, a page to watch, or a document to keep. It is shown before anything is kept. */
export const add = declare({
  name: 'add',
  description: 'Add a document, follow a feed or watch a page',
  visibleTo: 'asker',
  apart: true,
  options: {
    what: { description: 'address of a feed, a page or a document', position: 0, rest: true },
    file: { description: 'a document', document: true },
    collection: { description: 'where to put it', completes: 'collections' },
    as: {
      description: 'follow the feed, keep the page, or watch the page (the feed if there is one)',
      choices: ['feed', 'page', 'watch'],
    },
    confirm: { description: 'mark of what was shown, to keep it' },
  },
  example: { what: 'https://example.org/news' },
});

/** Creates `/add`. */
export function createAdd(ports: AddPorts): Command {
  return implement(add, async (context, { what: typed, file, collection, as, confirm }) => {
    requireManager(context, 'add documents and feeds');
    const { intake } = ports;
    if (intake === null) throw onlyRead();
    const places = chosenCollections(ports.library, context, collection);
    const asked = { ...ports, intake, context, places };
    if (confirm !== null) return confirmDraft(asked, confirm);
    const what = typed === null ? null : unquote(typed);
    const given = await givenFile(context, { what, file });
    if (given) return showDocument(asked, given);
    if (what === null) throw nothingGiven();
    const found = await inspectAddress(intake, what, as);
    if (found.kind === 'feed') return showFeed(asked, found);
    if (as === 'watch') return showWatched(asked, found);
    return showDocument(asked, { ...found.file, key: found.address, url: found.address, name: null });
  });
}

function onlyRead(): UserError {
  return new UserError(
    'Dossier only reads the place of these documents, so nothing can be added here. Put the document there by other means.',
    { code: 'read-only' },
  );
}

function nothingGiven(): UserError {
  const example = hint('add', { what: 'https://example.org/news' });
  return new UserError(`Give an address, for example: ${example}`, { code: 'missing-option' });
}
