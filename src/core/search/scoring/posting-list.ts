/** Postings of one term, unpacked: passages in ascending order, and how often the term occurs in each. */
export class PostingList {
  count = 0;
  passages = new Uint32Array(0);
  times = new Uint32Array(0);

  /** Empties the list, and makes room for so many postings. */
  begin(most: number): void {
    this.count = 0;
    if (this.passages.length >= most) return;
    this.passages = new Uint32Array(most);
    this.times = new Uint32Array(most);
  }

  /** Adds a posting; there must be room. */
  push(passage: number, times: number): void {
    this.passages[this.count] = passage;
    this.times[this.count] = times;
    this.count++;
  }

  /** Returns a list of the same postings that takes no more room than they need. */
  copy(): PostingList {
    const list = new PostingList();
    list.count = this.count;
    list.passages = this.passages.slice(0, this.count);
    list.times = this.times.slice(0, this.count);
    return list;
  }
}

/** A term's postings in texts, their documents' titles included, and in titles, each under its document's first passage. */
export interface TermPostings {
  readonly texts: PostingList;
  readonly titles: PostingList;
}
