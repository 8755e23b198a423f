/** The attributes of a tag, by their names in lower case. */
export type Attributes = Readonly<Record<string, string>>;

/** What a parser tells of a page, in its order. */
export interface PageEvents {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Elements that show what is not in the page. */
export const EMBEDDED: ReadonlySet<string> = new Set(['object', 'embed', 'iframe', 'canvas']);

/** Elements that begin and end a line of their own: nothing inside one belongs to a sentence outside it. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article main header footer nav aside blockquote pre hr h1 h2 h3 h4 h5 h6 ul ol dl table figure figcaption form address body head html title fieldset details summary caption br li dt dd tr td th'.split(
    ' ',
  ),
);
