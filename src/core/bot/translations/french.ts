import type { Translation } from './translation.ts';

/** French. */
export const FRENCH: Translation = {
  names: {
    ...{ brief: 'synthèse', new: 'nouveautés', ask: 'demander', search: 'chercher', sources: 'sources' },
    ...{ export: 'exporter', why: 'pourquoi', topics: 'sujets', digest: 'revue', status: 'état' },
    ...{ feedback: 'avis', help: 'aide' },
    ...{
      list: 'liste',
      show: 'montrer',
      try: 'essayer',
      add: 'ajouter',
      edit: 'modifier',
      remove: 'supprimer',
    },
    ...{ preview: 'aperçu', run: 'publier', pause: 'suspendre', resume: 'reprendre', history: 'historique' },
    ...{ topic: 'sujet', length: 'longueur', style: 'forme', since: 'depuis', before: 'avant', from: 'de' },
    ...{ collection: 'collection', private: 'privé', question: 'question', words: 'mots', limit: 'nombre' },
    ...{ page: 'page', what: 'quoi', answer: 'réponse', format: 'format', name: 'nom', query: 'recherche' },
    ...{ title: 'titre', number: 'numéro', at: 'heure', days: 'jours', zone: 'fuseau' },
    ...{ feed: 'flux' },
    ...{ when: 'quand', quiet: 'silence' },
    ...{ when_empty: 'si_rien', max: 'maximum', confirm: 'confirmer', text: 'texte' },
    ...{ rating: 'note', reason: 'raison', command: 'commande' },
    ...{ to: 'à' },
    ...{ tag: 'étiquette', grade: 'fiabilité' },
    ...{ publisher: 'éditeur', author: 'auteur', published: 'paru', url: 'adresse', tags: 'étiquettes' },
    ...{ file: 'fichier', as: 'comme' },
  },
  choices: {
    ...{ now: 'tout de suite', scheduled: 'planifié' },
    ...{ feed: 'flux', page: 'page', watch: 'surveiller' },
    ...{ overview: 'aperçu', unread: 'non lus', digests: 'revues', questions: 'questions' },
    ...{ points: 'points', timeline: 'chronologie', voices: 'voix', differences: 'différences' },
    ...{ all: 'tout', skip: 'ne rien publier', note: 'une note', yes: 'oui', up: 'bonne', down: 'mauvaise' },
    ...{ 'wrong passage': 'mauvais passage', outdated: 'dépassé', 'missing source': 'source manquante' },
    ...{ 'too long': 'trop long' },
  },
  texts: {
    'Get the address of a digest’s feed': 'Obtenir l’adresse du flux d’une revue',
    'Brief this': 'Synthèse du message',
    'Find sources': 'Trouver des sources',
    'Get a brief on a topic in cited excerpts': 'Un sujet en extraits cités',
    'See what is new since the last brief here': 'Ce qui est nouveau depuis la dernière synthèse ici',
    'Ask the documents a question': 'Poser une question aux documents',
    'Search the documents: "phrase" -not title: from: since: before:':
      'Chercher dans les documents : "expression" -sauf title: from: since: before:',
    'List the documents, or open a citation': 'Lister les documents ou ouvrir une citation',
    'Get an answer or a brief as a file, for a report or for Zotero':
      'Une réponse ou une synthèse en fichier, pour un rapport ou pour Zotero',
    'See why a passage or a document is, or is not, in an answer':
      'Pourquoi un passage ou un document figure, ou non, dans une réponse',
    'List the topics, show one, or add your own': 'Lister les sujets, en montrer un ou en ajouter',
    'Schedule digests of new material for this channel': 'Planifier des revues des nouveautés pour ce salon',
    'Show indexed documents, digests and connections': 'Documents indexés, revues et connexions',
    'Give feedback on an answer': 'Donner votre avis sur une réponse',
    'List the commands, or explain one': 'Lister les commandes ou en expliquer une',
    'List the topics': 'Lister les sujets',
    'Show a topic’s details': 'Montrer le détail d’un sujet',
    'Show what a query would bring': 'Montrer ce que trouverait une recherche',
    'for managers: more on one thing (overview)': 'pour les gestionnaires : plus sur un point (aperçu)',
    'Add a topic for everyone here': 'Ajouter un sujet pour tous ici',
    'Change the query or title of a topic added here':
      'Modifier la recherche ou le titre d’un sujet ajouté ici',
    'Remove a topic added here': 'Supprimer un sujet ajouté ici',
    'List this channel’s digests': 'Lister les revues de ce salon',
    'Schedule a digest for this channel': 'Planifier une revue pour ce salon',
    'Show what a digest would post now': 'Montrer ce qu’une revue publierait maintenant',
    'Post an extra edition now': 'Publier une édition de plus maintenant',
    'Pause a digest': 'Suspendre une revue',
    'Resume a paused digest': 'Reprendre une revue suspendue',
    'Change a digest': 'Modifier une revue',
    'Remove a digest': 'Supprimer une revue',
    'Show the history of recent editions': 'Montrer les dernières éditions',
    'the topic': 'le sujet',
    'the topic; for an alert also "a phrase"': 'le thème ; pour une alerte aussi "une expression"',
    'on a schedule, or as soon as something comes (scheduled)':
      'à heures fixes, ou dès que quelque chose arrive (planifié)',
    'of an alert: local hours in which nothing is posted, 22-07 (none)':
      'd’une alerte : heures locales sans envoi, 22-07 (aucune)',
    'the topic; leave it out to list all': 'le sujet ; sans lui, la liste de tous',
    'the topic; leave it out for everything': 'le sujet ; sans lui, tout',
    'up to 2, 4 or 8 points (1m)': 'jusqu’à 2, 4 ou 8 points (1m)',
    'up to 2, 4 or 8 points, or all that is relevant, page by page (1m)':
      'jusqu’à 2, 4 ou 8 points, ou tout ce qui est pertinent, page par page (1m)',
    'layout (points)': 'forme (points)',
    'published since: 2024-07-10, 7d ago (all); or arrived since the last brief here: last':
      'publié depuis : 2024-07-10, 7d (tout) ; ou arrivé depuis la dernière synthèse ici : last',
    'arrived since: 2024-07-10, 7d ago, or the last brief here (last)':
      'arrivé depuis : 2024-07-10, 7d ou la dernière synthèse ici (last)',
    'published on or after: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'publié depuis : 2024-07-10, 2024-07, 2024 ou 7d (tout)',
    'published before: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'publié avant : 2024-07-10, 2024-07, 2024 ou 7d (tout)',
    'only this publisher (all)': 'seulement cet éditeur (tous)',
    'only this collection (all)': 'seulement cette collection (toutes)',
    'only documents with this tag (all)': 'seulement les documents avec cette étiquette (tous)',
    'only documents graded so or better: B2, B or 2 (all)':
      'seulement les documents cotés ainsi ou mieux : B2, B ou 2 (tous)',
    'show the reply only to you (no)': 'montrer la réponse à vous seul (non)',
    'the question': 'la question',
    'search only this topic’s collections': 'chercher seulement dans les collections de ce sujet',
    'words, "a phrase" OR "another", -not, title:': 'mots, "expression" OR "autre", -sauf, title:',
    '2, 5, 10 or 20 hits per page (1m)': '2, 5, 10 ou 20 résultats par page (1m)',
    'hits per page (5)': 'résultats par page (5)',
    'page number (1)': 'numéro de page (1)',
    'citation number, “all”, “2 of <answer id>”, answer id or document id; leave it out to list all':
      'numéro de citation, « all », identifiant d’une réponse ou d’un document ; sans rien, la liste',
    'answer id (the latest here)': 'identifiant de la réponse (la dernière ici)',
    'kind of file (md)': 'type de fichier (md)',
    'kind of file with what a list finds (csv)': 'type du fichier avec ce qu’une liste trouve (csv)',
    'document id or answer id; leave it out for the latest answer here':
      'identifiant d’un document ou d’une réponse ; sans rien, la dernière réponse ici',
    'words to search for': 'mots à chercher',
    'headline of its brief': 'titre de sa synthèse',
    'number of the digest': 'numéro de la revue',
    'local time (08:00)': 'heure locale (08:00)',
    'for example mon-fri, daily, “mon,thu” (mon-fri)': 'par exemple mon-fri, daily, « mon,thu » (mon-fri)',
    'time zone, for example Europe/London': 'fuseau horaire, par exemple Europe/Paris',
    'how much to quote (1m)': 'combien citer (1m)',
    'if nothing is new (skip)': 's’il n’y a rien de nouveau (ne rien publier)',
    'maximum number of excerpts (5; the length may allow fewer)':
      'nombre maximal d’extraits (5 ; selon la longueur, moins)',
    'for managers: mail address that it is sent to (this channel)':
      'pour les gestionnaires : adresse mail du destinataire (ce canal)',
    'confirm the removal': 'confirmer la suppression',
    'your comment': 'votre commentaire',
    'good or bad': 'bonne ou mauvaise',
    'what is wrong': 'ce qui ne va pas',
    'command to explain': 'la commande à expliquer',
    'for managers: its title (none: unknown)': 'pour les responsables : le titre (none : inconnu)',
    'for managers: who published it (none: unknown)':
      'pour les responsables : qui l’a publié (none : inconnu)',
    'for managers: who wrote it (none: unknown)': 'pour les responsables : qui l’a écrit (none : inconnu)',
    'for managers: its date: 2024-07-10, 2024-07 or 2024 (none: unknown)':
      'pour les responsables : la date : 2024-07-10, 2024-07 ou 2024 (none : inconnue)',
    'for managers: its address (none: unknown)': 'pour les responsables : l’adresse (none : inconnue)',
    'for managers: its tags, divided by commas (none: no tags)':
      'pour les responsables : étiquettes séparées par des virgules (none : aucune)',
    'for managers: source A to F, content 1 to 6: B2 (none: not graded)':
      'pour les responsables : source A à F, contenu 1 à 6 : B2 (none : sans cote)',
    'confirm the change': 'confirmer la modification',
    'names or phrases, one a line, to be found all at once; divided by “;” if typed':
      'noms ou phrases, un par ligne, cherchés tous à la fois ; séparés par « ; » si tapés',
    'Add a document, follow a feed or watch a page':
      'Ajouter un document, suivre un flux ou surveiller une page',
    'Remove a document that was added, or stop following a feed':
      'Retirer un document ajouté, ou ne plus suivre un flux',
    'address of a feed, a page or a document': 'adresse d’un flux, d’une page ou d’un document',
    'a document': 'un document',
    'where to put it': 'où le ranger',
    'follow the feed, keep the page, or watch the page (the feed if there is one)':
      'suivre le flux, garder la page ou la surveiller (le flux s’il y en a un)',
    'mark of what was shown, to keep it': 'marque de ce qui a été montré, pour le garder',
    'the document, by id or title, or the address of a feed or page':
      'le document (identifiant ou titre) ou l’adresse d’un flux ou d’une page',
  },
};
