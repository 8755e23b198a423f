const ASIDE = new Set(['aside', 'nav', 'footer']);
const PARAGRAPH = 20; // words from which a paragraph is the article's
const UNSPACED = /^\S{30,}。/u; // a sentence of a language that writes none between words
const OPENING = 2; // paragraphs of an article, with which its head ends

/** Tells whether a page's parser is at the head of an article, where its date and author stand. */
export function createHeadTracker() {
  const place = { headed: false, articles: 0, asides: 0, paragraphs: 0 };
  return {
    open(name: string) {
      if (name === 'h1') place.headed = true;
      if (name === 'article') place.articles++;
      if (ASIDE.has(name)) place.asides++;
    },
    close(name: string) {
      if (name === 'article') place.articles--;
      if (ASIDE.has(name)) place.asides--;
    },
    /** Notes a line; returns whether it is a paragraph of the article. */
    line(text: string): boolean {
      const isParagraph = text.split(/\s+/).length >= PARAGRAPH || UNSPACED.test(text);
      if (isParagraph) place.paragraphs++;
      return isParagraph;
    },
    isHead: () => (place.headed || place.articles > 0) && place.asides === 0 && place.paragraphs < OPENING,
  };
}
