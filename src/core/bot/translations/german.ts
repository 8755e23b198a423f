import type { Translation } from './translation.ts';

/** German. */
export const GERMAN: Translation = {
  names: {
    ...{ brief: 'kurzbericht', new: 'neues', ask: 'frage', search: 'suche', sources: 'quellen' },
    ...{ export: 'export', why: 'warum', topics: 'themen', digest: 'rundschau', status: 'status' },
    ...{ feedback: 'rückmeldung', help: 'hilfe' },
    ...{
      list: 'liste',
      show: 'zeigen',
      try: 'probieren',
      add: 'neu',
      edit: 'ändern',
      remove: 'entfernen',
      preview: 'vorschau',
    },
    ...{ run: 'jetzt', pause: 'anhalten', resume: 'fortsetzen', history: 'verlauf' },
    ...{ topic: 'thema', length: 'länge', style: 'form', since: 'seit', before: 'vor', from: 'von' },
    ...{ collection: 'sammlung', private: 'privat', question: 'fragetext', words: 'wörter', limit: 'anzahl' },
    ...{ page: 'seite', what: 'was', answer: 'antwort', format: 'format', name: 'name', query: 'suchwörter' },
    ...{ title: 'titel', number: 'nummer', at: 'um', days: 'tage', zone: 'zeitzone' },
    ...{ feed: 'feed' },
    ...{ when: 'wann', quiet: 'ruhe' },
    ...{ when_empty: 'wenn_leer', max: 'höchstens', confirm: 'bestätigen', text: 'text' },
    ...{ rating: 'urteil', reason: 'grund', command: 'befehl' },
    ...{ to: 'an' },
    ...{ tag: 'schlagwort', grade: 'note' },
    ...{
      publisher: 'herausgeber',
      author: 'autor',
      published: 'erschienen',
      url: 'adresse',
      tags: 'schlagwörter',
    },
    ...{ file: 'datei', as: 'als' },
  },
  choices: {
    ...{ now: 'sofort', scheduled: 'nach Plan' },
    ...{ feed: 'Feed', page: 'Seite', watch: 'Beobachten' },
    ...{ overview: 'Überblick', unread: 'nicht gelesen', digests: 'Rundschauen', questions: 'Fragen' },
    ...{ points: 'Punkte', timeline: 'Zeitleiste', voices: 'Stimmen', differences: 'Unterschiede' },
    ...{ all: 'alles', skip: 'auslassen', note: 'Hinweis', yes: 'ja', up: 'gut', down: 'schlecht' },
    ...{ 'wrong passage': 'falsche Stelle', outdated: 'veraltet', 'missing source': 'Quelle fehlt' },
    ...{ 'too long': 'zu lang' },
  },
  texts: {
    'Get the address of a digest’s feed': 'Die Adresse des Feeds einer Rundschau holen',
    'Brief this': 'Kurzbericht dazu',
    'Find sources': 'Quellen finden',
    'Get a brief on a topic in cited excerpts': 'Ein Thema in belegten Auszügen',
    'See what is new since the last brief here': 'Was seit dem letzten Kurzbericht hier neu ist',
    'Ask the documents a question': 'Den Dokumenten eine Frage stellen',
    'Search the documents: "phrase" -not title: from: since: before:':
      'Die Dokumente durchsuchen: "Wortfolge" -nicht title: from: since: before:',
    'List the documents, or open a citation': 'Die Dokumente auflisten oder einen Beleg öffnen',
    'Get an answer or a brief as a file, for a report or for Zotero':
      'Eine Antwort oder einen Kurzbericht als Datei, für Berichte oder Zotero',
    'See why a passage or a document is, or is not, in an answer':
      'Warum eine Stelle oder ein Dokument in einer Antwort steht oder nicht',
    'List the topics, show one, or add your own': 'Themen auflisten, zeigen oder hinzufügen',
    'Schedule digests of new material for this channel':
      'Regelmäßig Neues zu einem Thema in diesen Kanal senden',
    'Show indexed documents, digests and connections':
      'Erfasste Dokumente, Rundschauen und Verbindungen zeigen',
    'Give feedback on an answer': 'Rückmeldung zu einer Antwort geben',
    'List the commands, or explain one': 'Befehle auflisten oder einen erklären',
    'List the topics': 'Die Themen auflisten',
    'Show a topic’s details': 'Ein Thema im Einzelnen zeigen',
    'Show what a query would bring': 'Zeigen, was Suchwörter fänden',
    'for managers: more on one thing (overview)': 'für Verwalter: mehr zu einer Sache (Überblick)',
    'Add a topic for everyone here': 'Ein Thema für alle hier hinzufügen',
    'Change the query or title of a topic added here':
      'Suchwörter oder Titel eines hier hinzugefügten Themas ändern',
    'Remove a topic added here': 'Ein hier hinzugefügtes Thema entfernen',
    'List this channel’s digests': 'Die Rundschauen dieses Kanals auflisten',
    'Schedule a digest for this channel': 'Eine Rundschau für diesen Kanal planen',
    'Show what a digest would post now': 'Zeigen, was eine Rundschau jetzt senden würde',
    'Post an extra edition now': 'Jetzt eine zusätzliche Ausgabe senden',
    'Pause a digest': 'Eine Rundschau anhalten',
    'Resume a paused digest': 'Eine angehaltene Rundschau fortsetzen',
    'Change a digest': 'Eine Rundschau ändern',
    'Remove a digest': 'Eine Rundschau entfernen',
    'Show the history of recent editions': 'Die letzten Ausgaben zeigen',
    'the topic': 'das Thema',
    'the topic; for an alert also "a phrase"': 'das Thema; beim Melden auch "eine Wortfolge"',
    'on a schedule, or as soon as something comes (scheduled)':
      'nach Plan, oder sobald etwas kommt (nach Plan)',
    'of an alert: local hours in which nothing is posted, 22-07 (none)':
      'beim Melden: Stunden, in denen nichts gesendet wird, 22-07 (keine)',
    'the topic; leave it out to list all': 'das Thema; ohne Angabe werden alle aufgelistet',
    'the topic; leave it out for everything': 'das Thema; ohne Angabe alles',
    'up to 2, 4 or 8 points (1m)': 'bis zu 2, 4 oder 8 Punkte (1m)',
    'up to 2, 4 or 8 points, or all that is relevant, page by page (1m)':
      'bis zu 2, 4 oder 8 Punkte, oder alles Wichtige Seite für Seite (1m)',
    'layout (points)': 'Form (Punkte)',
    'published since: 2024-07-10, 7d ago (all); or arrived since the last brief here: last':
      'erschienen seit: 2024-07-10, 7d (alles); oder neu seit dem letzten Kurzbericht hier: last',
    'arrived since: 2024-07-10, 7d ago, or the last brief here (last)':
      'neu seit: 2024-07-10, 7d, oder seit dem letzten Kurzbericht hier (last)',
    'published on or after: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'erschienen seit: 2024-07-10, 2024-07, 2024 oder 7d (alles)',
    'published before: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'erschienen vor: 2024-07-10, 2024-07, 2024 oder 7d (alles)',
    'only this publisher (all)': 'nur dieser Herausgeber (alle)',
    'only this collection (all)': 'nur diese Sammlung (alle)',
    'only documents with this tag (all)': 'nur Dokumente mit diesem Schlagwort (alle)',
    'only documents graded so or better: B2, B or 2 (all)':
      'nur so oder besser benotete Dokumente: B2, B oder 2 (alle)',
    'show the reply only to you (no)': 'nur Ihnen zeigen (nein)',
    'the question': 'die Frage',
    'search only this topic’s collections': 'nur in den Sammlungen dieses Themas suchen',
    'words, "a phrase" OR "another", -not, title:': 'Wörter, "Wortfolge" OR "andere", -nicht, title:',
    '2, 5, 10 or 20 hits per page (1m)': '2, 5, 10 oder 20 Treffer je Seite (1m)',
    'hits per page (5)': 'Treffer je Seite (5)',
    'page number (1)': 'Nummer der Seite (1)',
    'citation number, “all”, “2 of <answer id>”, answer id or document id; leave it out to list all':
      'Nummer des Belegs, „all“, Kennung einer Antwort oder eines Dokuments; ohne Angabe die Liste',
    'answer id (the latest here)': 'Kennung der Antwort (die letzte hier)',
    'kind of file (md)': 'Art der Datei (md)',
    'kind of file with what a list finds (csv)': 'Art der Datei mit dem, was eine Liste findet (csv)',
    'document id or answer id; leave it out for the latest answer here':
      'Kennung eines Dokuments oder einer Antwort; ohne Angabe die letzte Antwort hier',
    'words to search for': 'Wörter, nach denen gesucht wird',
    'headline of its brief': 'Überschrift des Kurzberichts',
    'number of the digest': 'Nummer der Rundschau',
    'local time (08:00)': 'Ortszeit (08:00)',
    'for example mon-fri, daily, “mon,thu” (mon-fri)': 'zum Beispiel mon-fri, daily, „mon,thu“ (mon-fri)',
    'time zone, for example Europe/London': 'Zeitzone, zum Beispiel Europe/Berlin',
    'how much to quote (1m)': 'wie viel zitiert wird (1m)',
    'if nothing is new (skip)': 'wenn es nichts Neues gibt (auslassen)',
    'maximum number of excerpts (5; the length may allow fewer)':
      'höchste Zahl der Auszüge (5; je nach Länge weniger)',
    'for managers: mail address that it is sent to (this channel)':
      'für Verwalter: Mailadresse, an die sie geht (dieser Kanal)',
    'confirm the removal': 'das Entfernen bestätigen',
    'your comment': 'Ihr Kommentar',
    'good or bad': 'gut oder schlecht',
    'what is wrong': 'was nicht stimmt',
    'command to explain': 'der Befehl, der erklärt werden soll',
    'for managers: its title (none: unknown)': 'für Verwalter: der Titel (none: unbekannt)',
    'for managers: who published it (none: unknown)': 'für Verwalter: wer es herausgab (none: unbekannt)',
    'for managers: who wrote it (none: unknown)': 'für Verwalter: wer es schrieb (none: unbekannt)',
    'for managers: its date: 2024-07-10, 2024-07 or 2024 (none: unknown)':
      'für Verwalter: das Datum: 2024-07-10, 2024-07 oder 2024 (none: unbekannt)',
    'for managers: its address (none: unknown)': 'für Verwalter: die Adresse (none: unbekannt)',
    'for managers: its tags, divided by commas (none: no tags)':
      'für Verwalter: Schlagwörter, durch Kommas getrennt (none: keine)',
    'for managers: source A to F, content 1 to 6: B2 (none: not graded)':
      'für Verwalter: Quelle A bis F, Inhalt 1 bis 6: B2 (none: ohne Note)',
    'confirm the change': 'die Änderung bestätigen',
    'names or phrases, one a line, to be found all at once; divided by “;” if typed':
      'Namen oder Wortfolgen, je Zeile eine, alle auf einmal gesucht; getippt durch „;“ getrennt',
    'Add a document, follow a feed or watch a page':
      'Ein Dokument hinzufügen, einem Feed folgen oder eine Seite beobachten',
    'Remove a document that was added, or stop following a feed':
      'Ein hinzugefügtes Dokument entfernen oder einem Feed nicht mehr folgen',
    'address of a feed, a page or a document': 'Adresse eines Feeds, einer Seite oder eines Dokuments',
    'a document': 'ein Dokument',
    'where to put it': 'wohin damit',
    'follow the feed, keep the page, or watch the page (the feed if there is one)':
      'dem Feed folgen, die Seite behalten oder sie beobachten (der Feed, falls es einen gibt)',
    'mark of what was shown, to keep it': 'Zeichen dessen, was gezeigt wurde, um es zu behalten',
    'the document, by id or title, or the address of a feed or page':
      'das Dokument (Kennung oder Titel) oder die Adresse eines Feeds oder einer Seite',
  },
};
