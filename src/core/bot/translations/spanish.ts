import type { Translation } from './translation.ts';

/** Spanish. */
export const SPANISH: Translation = {
  names: {
    ...{ brief: 'resumen', new: 'novedades', ask: 'preguntar', search: 'buscar', sources: 'fuentes' },
    ...{ export: 'exportar', why: 'porqué', topics: 'temas', digest: 'boletín', status: 'estado' },
    ...{ feedback: 'opinión', help: 'ayuda' },
    ...{ list: 'lista', show: 'mostrar', try: 'probar', add: 'añadir', edit: 'cambiar', remove: 'quitar' },
    ...{
      preview: 'vista_previa',
      run: 'publicar',
      pause: 'pausar',
      resume: 'reanudar',
      history: 'historial',
    },
    ...{ topic: 'tema', length: 'longitud', style: 'forma', since: 'desde', before: 'antes', from: 'de' },
    ...{ collection: 'colección', private: 'privado', question: 'pregunta', words: 'palabras' },
    ...{ limit: 'cantidad', page: 'página', what: 'qué', answer: 'respuesta', format: 'formato' },
    ...{ name: 'nombre', query: 'búsqueda', title: 'título', number: 'número', at: 'hora', days: 'días' },
    ...{ feed: 'canal_web' },
    ...{ when: 'cuándo', quiet: 'silencio' },
    ...{ zone: 'zona', when_empty: 'si_no_hay', max: 'máximo', confirm: 'confirmar', text: 'texto' },
    ...{ rating: 'valoración', reason: 'motivo', command: 'comando' },
    ...{ to: 'para' },
    ...{ tag: 'etiqueta', grade: 'fiabilidad' },
    ...{ publisher: 'editor', author: 'autor', published: 'publicado', url: 'dirección', tags: 'etiquetas' },
    ...{ file: 'archivo', as: 'como' },
  },
  choices: {
    ...{ now: 'al momento', scheduled: 'programado' },
    ...{ feed: 'fuente web', page: 'página', watch: 'vigilar' },
    ...{ points: 'puntos', timeline: 'cronología', voices: 'voces', differences: 'diferencias' },
    ...{ all: 'todo', skip: 'no publicar', note: 'una nota', yes: 'sí', up: 'buena', down: 'mala' },
    ...{ 'wrong passage': 'pasaje equivocado', outdated: 'anticuado', 'missing source': 'falta una fuente' },
    ...{ 'too long': 'demasiado largo', overview: 'resumen', unread: 'no leídos', digests: 'boletines' },
    ...{ questions: 'preguntas' },
  },
  texts: {
    'Get the address of a digest’s feed': 'Obtener la dirección del canal web (feed) de un boletín',
    'the topic; for an alert also "a phrase"': 'el tema; para un aviso también "una frase"',
    'on a schedule, or as soon as something comes (scheduled)':
      'a horas fijas, o en cuanto llega algo (programado)',
    'of an alert: local hours in which nothing is posted, 22-07 (none)':
      'de un aviso: horas locales sin envíos, 22-07 (ninguna)',
    'Brief this': 'Resumen del mensaje',
    'Find sources': 'Buscar fuentes',
    'Get a brief on a topic in cited excerpts': 'Un tema en extractos citados',
    'See what is new since the last brief here': 'Lo nuevo desde el último resumen aquí',
    'Ask the documents a question': 'Hacer una pregunta a los documentos',
    'Search the documents: "phrase" -not title: from: since: before:':
      'Buscar en los documentos: "frase" -sin title: from: since: before:',
    'List the documents, or open a citation': 'Listar los documentos o abrir una cita',
    'Get an answer or a brief as a file, for a report or for Zotero':
      'Una respuesta o un resumen como archivo, para un informe o para Zotero',
    'See why a passage or a document is, or is not, in an answer':
      'Por qué un pasaje o un documento está, o no, en una respuesta',
    'List the topics, show one, or add your own': 'Listar los temas, mostrar uno o añadir los propios',
    'Schedule digests of new material for this channel': 'Programar boletines de novedades para este canal',
    'Show indexed documents, digests and connections': 'Documentos indexados, boletines y conexiones',
    'Give feedback on an answer': 'Opinar sobre una respuesta',
    'List the commands, or explain one': 'Listar los comandos o explicar uno',
    'List the topics': 'Listar los temas',
    'Show a topic’s details': 'Mostrar los detalles de un tema',
    'Show what a query would bring': 'Mostrar lo que encontraría una búsqueda',
    'for managers: more on one thing (overview)': 'para gestores: más sobre un punto (resumen)',
    'Add a topic for everyone here': 'Añadir un tema para todos aquí',
    'Change the query or title of a topic added here':
      'Cambiar la búsqueda o el título de un tema añadido aquí',
    'Remove a topic added here': 'Quitar un tema añadido aquí',
    'List this channel’s digests': 'Listar los boletines de este canal',
    'Schedule a digest for this channel': 'Programar un boletín para este canal',
    'Show what a digest would post now': 'Mostrar lo que un boletín publicaría ahora',
    'Post an extra edition now': 'Publicar ahora una edición más',
    'Pause a digest': 'Pausar un boletín',
    'Resume a paused digest': 'Reanudar un boletín en pausa',
    'Change a digest': 'Cambiar un boletín',
    'Remove a digest': 'Quitar un boletín',
    'Show the history of recent editions': 'Mostrar las últimas ediciones',
    'the topic': 'el tema',
    'the topic; leave it out to list all': 'el tema; sin él, la lista de todos',
    'the topic; leave it out for everything': 'el tema; sin él, todo',
    'up to 2, 4 or 8 points (1m)': 'hasta 2, 4 u 8 puntos (1m)',
    'up to 2, 4 or 8 points, or all that is relevant, page by page (1m)':
      'hasta 2, 4 u 8 puntos, o todo lo pertinente página a página (1m)',
    'layout (points)': 'forma (puntos)',
    'published since: 2024-07-10, 7d ago (all); or arrived since the last brief here: last':
      'publicado desde: 2024-07-10, 7d (todo); o llegado desde el último resumen aquí: last',
    'arrived since: 2024-07-10, 7d ago, or the last brief here (last)':
      'llegado desde: 2024-07-10, 7d o el último resumen aquí (last)',
    'published on or after: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'publicado desde: 2024-07-10, 2024-07, 2024 o 7d (todo)',
    'published before: 2024-07-10, 2024-07, 2024, or 7d ago (all)':
      'publicado antes de: 2024-07-10, 2024-07, 2024 o 7d (todo)',
    'only this publisher (all)': 'solo este editor (todos)',
    'only this collection (all)': 'solo esta colección (todas)',
    'only documents with this tag (all)': 'solo documentos con esta etiqueta (todos)',
    'only documents graded so or better: B2, B or 2 (all)':
      'solo documentos con esta fiabilidad o mejor: B2, B o 2 (todos)',
    'show the reply only to you (no)': 'mostrar la respuesta solo a ti (no)',
    'the question': 'la pregunta',
    'search only this topic’s collections': 'buscar solo en las colecciones de este tema',
    'words, "a phrase" OR "another", -not, title:': 'palabras, "frase" OR "otra", -sin, title:',
    '2, 5, 10 or 20 hits per page (1m)': '2, 5, 10 o 20 resultados por página (1m)',
    'hits per page (5)': 'resultados por página (5)',
    'page number (1)': 'número de página (1)',
    'citation number, “all”, “2 of <answer id>”, answer id or document id; leave it out to list all':
      'número de cita, «all», identificador de respuesta o de documento; sin nada, la lista',
    'answer id (the latest here)': 'identificador de la respuesta (la última aquí)',
    'kind of file (md)': 'tipo de archivo (md)',
    'kind of file with what a list finds (csv)': 'tipo del archivo con lo que encuentra una lista (csv)',
    'document id or answer id; leave it out for the latest answer here':
      'identificador de documento o de respuesta; sin nada, la última respuesta aquí',
    'words to search for': 'palabras que buscar',
    'headline of its brief': 'título de su resumen',
    'number of the digest': 'número del boletín',
    'local time (08:00)': 'hora local (08:00)',
    'for example mon-fri, daily, “mon,thu” (mon-fri)': 'por ejemplo mon-fri, daily, «mon,thu» (mon-fri)',
    'time zone, for example Europe/London': 'zona horaria, por ejemplo Europe/Madrid',
    'how much to quote (1m)': 'cuánto citar (1m)',
    'if nothing is new (skip)': 'si no hay nada nuevo (no publicar)',
    'maximum number of excerpts (5; the length may allow fewer)':
      'número máximo de extractos (5; según la longitud, menos)',
    'for managers: mail address that it is sent to (this channel)':
      'para gestores: dirección de correo de destino (este canal)',
    'confirm the removal': 'confirmar que se quita',
    'your comment': 'tu comentario',
    'good or bad': 'buena o mala',
    'what is wrong': 'qué está mal',
    'command to explain': 'el comando que explicar',
    'for managers: its title (none: unknown)': 'para responsables: el título (none: desconocido)',
    'for managers: who published it (none: unknown)':
      'para responsables: quién lo publicó (none: desconocido)',
    'for managers: who wrote it (none: unknown)': 'para responsables: quién lo escribió (none: desconocido)',
    'for managers: its date: 2024-07-10, 2024-07 or 2024 (none: unknown)':
      'para responsables: la fecha: 2024-07-10, 2024-07 o 2024 (none: desconocida)',
    'for managers: its address (none: unknown)': 'para responsables: la dirección (none: desconocida)',
    'for managers: its tags, divided by commas (none: no tags)':
      'para responsables: etiquetas separadas por comas (none: ninguna)',
    'for managers: source A to F, content 1 to 6: B2 (none: not graded)':
      'para responsables: fuente A a F, contenido 1 a 6: B2 (none: sin nota)',
    'confirm the change': 'confirmar el cambio',
    'names or phrases, one a line, to be found all at once; divided by “;” if typed':
      'nombres o frases, uno por línea, buscados todos a la vez; separados por «;» si se escriben',
    'Add a document, follow a feed or watch a page':
      'Añadir un documento, seguir un feed o vigilar una página',
    'Remove a document that was added, or stop following a feed':
      'Quitar un documento añadido o dejar de seguir un feed',
    'address of a feed, a page or a document': 'dirección de un feed, una página o un documento',
    'a document': 'un documento',
    'where to put it': 'dónde ponerlo',
    'follow the feed, keep the page, or watch the page (the feed if there is one)':
      'seguir el feed, guardar la página o vigilarla (el feed si lo hay)',
    'mark of what was shown, to keep it': 'marca de lo que se mostró, para guardarlo',
    'the document, by id or title, or the address of a feed or page':
      'el documento (identificador o título) o la dirección de un feed o una página',
  },
};
